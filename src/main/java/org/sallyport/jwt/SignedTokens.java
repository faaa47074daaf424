package org.sallyport.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.keys.SigningKeys;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.jose.JoseParser;

/** Reads what this server has signed, and nothing else (RFC 8725 §3). */
@ApplicationScoped
public class SignedTokens {
  private static final int LONGEST_KEPT = 4_096;
  private static final int MOST_KEPT = 1_000;

  // A token is shown many times. By its hash, so that no time it takes tells of what is kept.
  private final Cache<String, SignedToken> read =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  @Inject SigningKeys keys;
  @Inject Settings settings;

  /** The token, if one of our keys has signed it by its own algorithm, in our name. */
  Optional<SignedToken> read(String token) {
    if (token.length() > LONGEST_KEPT) {
      return verified(token);
    }
    var hash = Sha256.base64url(token);
    return Optional.ofNullable(read.getIfPresent(hash))
        .filter(t -> keys.find(t.key()).isPresent())
        .or(() -> kept(hash, verified(token)));
  }

  private Optional<SignedToken> kept(String hash, Optional<SignedToken> token) {
    token.ifPresent(t -> read.put(hash, t));
    return token;
  }

  private Optional<SignedToken> verified(String token) {
    return JoseParser.signed(token)
        .filter(this::isSigned)
        .flatMap(SignedToken::of)
        .filter(t -> t.isFrom(settings.issuer()));
  }

  private boolean isSigned(SignedJWT token) {
    var kid = token.getHeader().getKeyID();
    return kid != null
        && hasOneSpelling(token)
        && keys.find(kid).filter(key -> key.hasSigned(token)).isPresent();
  }

  // The decoder forgives stray last bits.
  private static boolean hasOneSpelling(SignedJWT token) {
    var signature = token.getSignature();
    return Base64URL.encode(signature.decode()).equals(signature);
  }
}
