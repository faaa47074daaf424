package org.sallyport.protocol;

/**
 * What the access tokens of a resource server look like, since some verifiers refuse {@code at+jwt}
 * (RFC 9068 §2.1).
 *
 * @param type the {@code typ} header: {@code at+jwt} or {@code JWT}
 * @param algorithm how they are signed
 */
public record TokenForm(String type, SigningAlgorithm algorithm) {
  /** {@code at+jwt} by ES256: what a resource server gets that asks for nothing else. */
  public static final TokenForm DEFAULT = new TokenForm("at+jwt", SigningAlgorithm.ES256);

  public TokenForm {
    if (!type.equals("at+jwt") && !type.equals("JWT")) {
      throw new IllegalArgumentException("a token type is at+jwt or JWT");
    }
  }
}
