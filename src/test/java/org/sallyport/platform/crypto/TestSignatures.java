package org.sallyport.platform.crypto;

/** The provider of signatures as a deployment chooses it. */
public final class TestSignatures {
  private TestSignatures() {}

  /** A choice of its own, as each copy of the application makes one. */
  public static SignatureProvider provider() {
    var provider = new SignatureProvider();
    provider.choose();
    return provider;
  }
}
