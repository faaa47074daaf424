package org.sallyport.platform.audit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.json.Json;

/**
 * A row of the audit as it is authenticated: the text of each column.
 *
 * @param text all columns but those of the chain, as one text that no other row has
 */
record SealedRow(UUID id, Instant at, String text) {
  /** The columns that are authenticated, in their order. */
  static final String COLUMNS =
      "id, happened_at, event, deed, case_number, subject, client_id, actor, address, detail";

  private static final int LAST = 10;
  private static final String USE = "audit row";

  /** The row where this result stands, whose first columns are {@link #COLUMNS}. */
  static SealedRow of(ResultSet row) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var at = row.getObject(2, OffsetDateTime.class).toInstant();
    var texts = new ArrayList<String>(List.of(id.toString(), at.toString(), row.getString(3)));
    texts.add(String.valueOf(row.getBoolean(4)));
    for (var column = 5; column <= LAST; column++) {
      var text = row.getString(column);
      // Nothing is not the same as a text of no letters.
      texts.add(text == null ? "-" : "+" + text);
    }
    return new SealedRow(id, at, Json.createArrayBuilder(texts).build().toString());
  }

  /** The code that authenticates this row at its place, after the row of the previous code. */
  String hash(ChainPlace place, String previous, MasterKey master) {
    var chained = place.chain() + "\n" + place.position() + "\n" + previous + "\n" + text;
    return master.mac(chained.getBytes(UTF_8), USE);
  }
}
