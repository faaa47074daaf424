package org.sallyport.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a token is bound to, so that it is no use to who has not got that (RFC 7800 §3.1). */
public record Confirmation(Method method, Thumbprint thumbprint) {

  /** How its bearer shows to have it. */
  public enum Method {
    /** A key, by a proof in each request (RFC 9449 §6.1). */
    DPOP("jkt", "DPoP"),
    /** A certificate, in the TLS of each request (RFC 8705 §3.1). */
    CERTIFICATE("x5t#S256", "Bearer");

    private final String member;
    private final String tokenType;

    Method(String member, String tokenType) {
      this.member = member;
      this.tokenType = tokenType;
    }
  }

  /** A key that is named by its thumbprint. */
  public static Confirmation key(Thumbprint thumbprint) {
    return new Confirmation(Method.DPOP, thumbprint);
  }

  /** What a claim {@code cnf} says; none if that is of another kind. */
  public static Optional<Confirmation> of(Map<?, ?> cnf) {
    return Arrays.stream(Method.values())
        .filter(m -> cnf.get(m.member) instanceof String)
        .findFirst()
        .map(m -> new Confirmation(m, new Thumbprint(String.valueOf(cnf.get(m.member)))));
  }

  /** The claim {@code cnf}. */
  public Map<String, String> cnf() {
    return Map.of(method.member, thumbprint.value());
  }

  /** The {@code token_type} of a token that is bound so (RFC 6749 §7.1). */
  public static String tokenType(Optional<Confirmation> bound) {
    return bound.map(c -> c.method.tokenType).orElse("Bearer");
  }

  /** The thumbprint, if it is of this method. */
  public Optional<Thumbprint> by(Method wanted) {
    return method == wanted ? Optional.of(thumbprint) : Optional.empty();
  }
}
