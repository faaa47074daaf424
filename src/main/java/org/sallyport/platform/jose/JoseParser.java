package org.sallyport.platform.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one border to the library that reads JWTs and keys of others. Some of what strangers write
 * makes it fail with exceptions that it does not declare; here all of them mean that the text is
 * malformed, or that the signature is not valid.
 */
public final class JoseParser {
  private static final int LONGEST = 65_536;
  private static final Pattern SIGNED =
      Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");
  private static final Pattern ENCRYPTED = Pattern.compile("[\\w-]*+(?:\\.[\\w-]*+){4}");

  private JoseParser() {}

  /** The signed JWT of this text in compact form; none if it is anything else. */
  public static Optional<SignedJWT> signed(String text) {
    return text.length() <= LONGEST && SIGNED.matcher(text).matches()
        ? read(() -> SignedJWT.parse(text))
        : Optional.empty();
  }

  /** The claims of a signed JWT, which nobody has verified yet; none if they are malformed. */
  public static Optional<JWTClaimsSet> claims(SignedJWT jwt) {
    return read(() -> jwt.getPayload().toJSONObject() == null ? null : jwt.getJWTClaimsSet());
  }

  /** The text of a claim; none if the claim is missing or of another type. */
  public static Optional<String> text(JWTClaimsSet claims, String name) {
    return read(() -> claims.getStringClaim(name));
  }

  /** Whether the text has the form of an encrypted JWT (RFC 7516 §7.1). */
  public static boolean isEncrypted(String text) {
    return text.length() > LONGEST || ENCRYPTED.matcher(text).matches();
  }

  /** The encrypted JWT of this text, with {@code alg} and {@code enc}; none if it is none. */
  public static Optional<JWEObject> encrypted(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : read(() -> JWEObject.parse(text))
            .filter(o -> o.getHeader().getAlgorithm() != null)
            .filter(o -> o.getHeader().getEncryptionMethod() != null);
  }

  /** What is inside; none if it was not encrypted to this key, or was changed. */
  public static Optional<String> decrypted(JWEObject object, JWEDecrypter decrypter) {
    return read(
        () -> {
          object.decrypt(decrypter);
          return object.getPayload().toString();
        });
  }

  /** Whether the signature is valid by this verifier. */
  public static boolean verifies(SignedJWT jwt, JWSVerifier verifier) {
    return read(() -> jwt.verify(verifier)).orElse(false);
  }

  /** The keys of a JWK set (RFC 7517 §5); none if it is malformed. */
  static Optional<List<JWK>> keys(String json) {
    return read(() -> JWKSet.parse(json).getKeys());
  }

  /** The thumbprint of a key (RFC 7638 §3); none if it lacks something. */
  public static Optional<String> thumbprint(JWK key) {
    return read(() -> key.computeThumbprint().toString());
  }

  /** What the library answers; nothing whatever it stumbles over. */
  static <T> Optional<T> read(Reading<T> reading) {
    try {
      return Optional.ofNullable(reading.read());
    } catch (ParseException | JOSEException | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** A call of the library. */
  @FunctionalInterface
  interface Reading<T> {
    @Nullable T read() throws ParseException, JOSEException;
  }
}
