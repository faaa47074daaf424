package org.sallyport.platform.crypto;

/**
 * What a {@link MasterKey} has sealed, as it is stored.
 *
 * @param text base64
 * @param by the number of the master key that opens it, kept so that a key can be succeeded
 */
public record Sealed(String text, int by) {
  @Override
  public String toString() {
    return "Sealed[by " + by + "]";
  }
}
