package org.sallyport.platform.crypto;

import java.util.Optional;

/** Seals under the server's own secrets, which are numbered and rotate by themselves. */
public interface ServerSeal {
  /** The message, encrypted and authenticated under the active secret: base64url. */
  String seal(Purpose purpose, byte[] message);

  /** The message, unless no secret that is still kept has sealed it for this purpose. */
  Optional<byte[]> open(Purpose purpose, String sealed);
}
