package org.sallyport.grant;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sallyport.platform.persistence.Stores;

/**
 * A process of its own that opens and redeems grants, saying each one that is done, until it is
 * killed.
 */
final class KilledWriter {
  private KilledWriter() {}

  /** Writes into the H2 file of this folder. */
  public static void main(String[] arguments) {
    var store = Stores.h2In(Path.of(arguments[0]));
    var grants = TestGrants.of(store);
    while (true) {
      var id =
          store.inTransaction(() -> grants.open(TestGrants.request("openid"), TestGrants.NOW).id());
      store.run(() -> grants.redeem(id, TestGrants.NOW));
      System.out.write((id + "\n").getBytes(StandardCharsets.US_ASCII), 0, 37);
      System.out.flush();
    }
  }
}
