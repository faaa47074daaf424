package org.sallyport.platform.crypto;

/** Authenticates what the server hands out and gets back, with rotated keys of its own. */
public interface ServerMac {

  /**
   * The authentication code of some data, with what tells the key it was made with: the same bytes
   * for the same data until the key rotates, and of the same length for ever.
   */
  byte[] mac(Purpose purpose, byte[] data);

  /** Whether {@code mac} was made by this server for this purpose and data. */
  boolean verify(Purpose purpose, byte[] data, byte[] mac);
}
