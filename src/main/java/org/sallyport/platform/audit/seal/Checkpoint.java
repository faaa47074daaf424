package org.sallyport.platform.audit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.json.Json;

/**
 * The newest rows of all chains at one moment: that a chain was this long by then.
 *
 * @param heads a JSON object: the number of the chain, its position, its code
 * @param previous the code of the checkpoint before, or nothing
 */
record Checkpoint(
    long number, Instant at, String heads, String previous, String mac, int sealedBy) {
  /** Its columns, in their order. */
  static final String COLUMNS = "checkpoint_number, taken_at, heads, previous_mac, mac, sealed_by";

  private static final String USE = "audit checkpoint";

  /** A new one, under this master key. */
  static Checkpoint of(ChainedTo before, Instant at, List<ChainHead> heads, MasterKey master) {
    var draft =
        new Checkpoint(before.number() + 1, at, text(heads), before.mac(), "", master.number());
    var mac = draft.expectedMac(master);
    return new Checkpoint(draft.number, at, draft.heads, draft.previous, mac, draft.sealedBy);
  }

  /** What a checkpoint follows. */
  record ChainedTo(long number, String mac) {
    /** The beginning. */
    static final ChainedTo NOTHING = new ChainedTo(0, ChainHead.NOTHING);

    /** Whether this checkpoint says that it follows. */
    boolean isBefore(Checkpoint next) {
      return next.number() == number + 1 && next.previous().equals(mac);
    }
  }

  /** What the next one follows. */
  ChainedTo asPrevious() {
    return new ChainedTo(number, mac);
  }

  /** The one of the row where this result stands. */
  static Checkpoint read(ResultSet row) throws SQLException {
    return new Checkpoint(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getInt(6));
  }

  /** The code that it has, if nobody has changed it. */
  String expectedMac(MasterKey master) {
    var text = number + "\n" + at + "\n" + heads + "\n" + previous;
    return master.mac(text.getBytes(UTF_8), USE);
  }

  /** The newest rows, by chain. */
  List<ChainHead> headList() {
    var all = new ArrayList<ChainHead>();
    Json.object(heads)
        .forEach((chain, value) -> all.add(head(Integer.parseInt(chain), value.asJsonArray())));
    return all;
  }

  private static ChainHead head(int chain, JsonArray value) {
    var position = value.getJsonNumber(0).longValue();
    return new ChainHead(new ChainPlace(chain, position), value.getString(1));
  }

  /** The heads as they are stored. */
  static String text(List<ChainHead> heads) {
    var object = Json.createObjectBuilder();
    for (var head : heads) {
      var value = List.of(head.place().position(), head.hash());
      object.add(String.valueOf(head.place().chain()), Json.createArrayBuilder(value));
    }
    return object.build().toString();
  }
}
