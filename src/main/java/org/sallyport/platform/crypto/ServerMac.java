package org.sallyport.platform.crypto;

/** Authenticates under the server's own secrets, which are numbered and rotate by themselves. */
public interface ServerMac {
  /** The length of a code, in bytes: the number of the secret, then HMAC-SHA256. */
  int LENGTH = 2 + Mac.LENGTH;

  /** The {@value #LENGTH} bytes that authenticate the data, under the active secret. */
  byte[] mac(Purpose purpose, byte[] data);

  /** Whether the code authenticates the data, under any secret that is still kept. */
  boolean verify(Purpose purpose, byte[] data, byte[] code);
}
