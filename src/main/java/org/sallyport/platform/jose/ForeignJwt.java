package org.sallyport.platform.jose;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/**
 * A signed JWT that somebody else made. Nothing it says counts before {@link #isSignedBy} or {@link
 * PublicKeys#haveSigned}; keys that it points to are never fetched (RFC 8725 §3).
 *
 * @param name what it is called in refusals, such as {@code client_assertion}
 * @param error the error of refusals
 */
public record ForeignJwt(SignedJWT token, JWTClaimsSet claims, String name, OAuthError error) {
  private static final int LONGEST_ID = 1_000;

  /** The JWT of this text; refuses what is none, or is not signed, or wants its keys fetched. */
  public static ForeignJwt parse(String value, String name, OAuthError error) {
    var token =
        JoseParser.signed(value)
            .orElseThrow(
                () ->
                    error.because(
                        name
                            + " is no signed JWT in compact form, is malformed, or its header has"
                            + " something it must not have"));
    var claims =
        JoseParser.claims(token)
            .orElseThrow(() -> error.because(name + " says nothing, or has a malformed claim"));
    var jwt = new ForeignJwt(token, claims, name, error);
    jwt.refuseWhatIsNotUnderstood();
    return jwt;
  }

  // RFC 7515 §4.1.11; a key is found by its kid among the registered ones, not by its address.
  private void refuseWhatIsNotUnderstood() {
    var header = token.getHeader();
    if (!Verification.ASYMMETRIC.contains(algorithm())
        && !Verification.SYMMETRIC.contains(algorithm())) {
      throw refusal("is signed by an algorithm that is not taken");
    }
    if (header.getCriticalParams() != null) {
      throw refusal("has a crit header, of which nothing is understood");
    }
    if (header.getJWKURL() != null || header.getX509CertURL() != null) {
      throw refusal("points to a key; keys are taken from where they are registered only");
    }
    if (kid().filter(k -> k.length() > LONGEST_ID).isPresent()) {
      throw refusal("has a kid of more than " + LONGEST_ID + " characters");
    }
  }

  /** The algorithm that it says it is signed by. */
  public String algorithm() {
    return token.getHeader().getAlgorithm().getName();
  }

  /** Whether it says that it is signed by a shared secret. */
  public boolean isSymmetric() {
    return algorithm().startsWith("HS");
  }

  /** The key it says it is signed by. */
  public Optional<String> kid() {
    return Optional.ofNullable(token.getHeader().getKeyID());
  }

  /** Its {@code typ}. */
  public Optional<String> type() {
    return Optional.ofNullable(token.getHeader().getType()).map(JOSEObjectType::getType);
  }

  /**
   * Refuses one that says it is of another kind than this, a media type without {@code
   * application/}; many say nothing but {@code JWT}, or nothing at all (RFC 8725 §3.11).
   */
  public void mustBeA(String kind) {
    var said = type().map(t -> t.toLowerCase(Locale.ROOT).replaceFirst("^application/", ""));
    if (said.filter(t -> !t.equals(kind) && !t.equals("jwt")).isPresent()) {
      throw refusal("must have as typ " + kind + ", or JWT, or none");
    }
  }

  /** The public key in its header. */
  public Optional<JWK> keyInside() {
    return Optional.ofNullable(token.getHeader().getJWK());
  }

  /** Whether this public key has signed it, by an algorithm that the key is for. */
  public boolean isSignedBy(JWK key) {
    return Verification.suits(key, algorithm()) && Verification.verifies(key, token);
  }

  /** Whether this secret has authenticated it. */
  public boolean isSignedBy(byte[] secret) {
    return Verification.SYMMETRIC.contains(algorithm()) && Verification.verifies(secret, token);
  }

  /** The text that a claim holds; refuses another type. */
  public Optional<String> text(String claim) {
    var value = Optional.ofNullable(claims.getClaim(claim));
    return value.map(
        v -> {
          if (!(v instanceof String text) || text.isEmpty() || text.length() > LONGEST_ID) {
            throw refusal("has a " + claim + " that is no text, or too long");
          }
          return text;
        });
  }

  /** The text that a claim holds; refuses its absence. */
  public String requiredText(String claim) {
    return text(claim).orElseThrow(() -> refusal("has no " + claim));
  }

  /** The time that a claim of numbers tells, such as {@code exp}; refuses another type. */
  public Optional<Instant> time(String claim) {
    var value = Optional.ofNullable(claims.getClaim(claim));
    return value.map(
        v -> {
          if (v instanceof Date date) {
            return date.toInstant();
          }
          if (v instanceof Number number && Math.abs(number.longValue()) < Integer.MAX_VALUE * 8L) {
            return Instant.ofEpochSecond(number.longValue());
          }
          throw refusal("has a " + claim + " that is no time in seconds");
        });
  }

  /** The time that a claim tells; refuses its absence. */
  public Instant requiredTime(String claim) {
    return time(claim).orElseThrow(() -> refusal("has no " + claim));
  }

  /** Whom it is for, if that is written as one string. */
  public Optional<String> soleAudience() {
    return Optional.ofNullable(written().get("aud"))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** Whom it is for, however that is written. */
  public List<String> audience() {
    return claims.getAudience();
  }

  /** The refusal to throw. */
  public OAuthException refusal(String reason) {
    return error.because(name + " " + reason);
  }

  /** Its claims as they are written, which the library would tidy up. */
  public Map<String, Object> written() {
    var payload = token.getPayload().toJSONObject();
    return payload == null ? Map.of() : payload;
  }

  /** Without what it says, which may be a credential. */
  @Override
  public String toString() {
    return name + "[…]";
  }
}
