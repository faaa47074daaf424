package org.sallyport.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.sallyport.platform.crypto.Mac;
import org.sallyport.platform.crypto.Seal;

/** A secret of the server, ready to authenticate and to seal: under two keys made from it. */
record ServerSecret(int number, Mac mac, Seal seal) implements KeyRing.Key {

  /** The secret of these 32 bytes. */
  static ServerSecret of(int number, byte[] bytes) {
    var keys = new Mac(bytes);
    return new ServerSecret(
        number, new Mac(keys.of(label("authenticate"))), new Seal(keys.of(label("seal"))));
  }

  private static byte[] label(String use) {
    return use.getBytes(US_ASCII);
  }
}
