package org.sallyport.platform.jose;

import com.nimbusds.jose.jwk.JWK;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** A JWK set of somebody else's public keys (RFC 7517 §5). */
public record PublicKeys(List<JWK> keys) {
  private static final int MOST = 50;

  public PublicKeys {
    keys = List.copyOf(keys);
  }

  /**
   * The set written in this JSON.
   *
   * @throws IllegalArgumentException if it is malformed, or holds a secret, or nothing that
   *     verifies
   */
  public static PublicKeys parse(String json) {
    var keys =
        JoseParser.keys(json).orElseThrow(() -> new IllegalArgumentException("is no JWK set"));
    check(keys.size() <= MOST, "has more than " + MOST + " keys");
    check(keys.stream().noneMatch(JWK::isPrivate), "holds a private or shared key");
    check(keys.stream().anyMatch(Verification::isUsable), "has no key that signs");
    var ids = keys.stream().map(JWK::getKeyID).filter(Objects::nonNull).toList();
    check(new HashSet<>(ids).size() == ids.size(), "has one kid twice");
    return new PublicKeys(keys);
  }

  /** Whether one of them has signed the token, by an algorithm that the key is for. */
  public boolean haveSigned(ForeignJwt token) {
    var kid = token.kid();
    return keys.stream()
        .filter(k -> kid.isEmpty() || kid.get().equals(k.getKeyID()))
        .anyMatch(token::isSignedBy);
  }

  /** Whether the certificate of one of them, as {@code x5c} has it, is the wanted one. */
  public boolean haveCertificate(Predicate<byte[]> wanted) {
    return keys.stream()
        .map(JWK::getX509CertChain)
        .filter(Objects::nonNull)
        .filter(chain -> !chain.isEmpty())
        .anyMatch(chain -> wanted.test(chain.get(0).decode()));
  }

  /** The first key to encrypt to in this way. */
  public Optional<JWK> toEncrypt(Encryption how) {
    return keys.stream().filter(how::suits).findFirst();
  }

  private static void check(boolean right, String wrong) {
    if (!right) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
