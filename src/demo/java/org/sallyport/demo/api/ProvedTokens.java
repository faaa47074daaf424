package org.sallyport.demo.api;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.PS256;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPIssuer;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProtectedResourceRequestVerifier;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Access tokens that are sent as {@code DPoP} with the proof of a key (RFC 9449 §7.1), or as Bearer
 * in other letters. MicroProfile JWT reads the scheme Bearer only, on some servers as it is written
 * here, and before any filter: these are verified here, by a library.
 */
@ApplicationScoped
public class ProvedTokens {
  private static final long SKEW_SECONDS = 20;
  private static final long OLDEST_SECONDS = 60;

  private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
  private final DPoPProtectedResourceRequestVerifier proofs =
      new DPoPProtectedResourceRequestVerifier(
          Set.of(ES256, PS256), SKEW_SECONDS, OLDEST_SECONDS, new UsedProofs());

  @Inject
  @ConfigProperty(name = "mp.jwt.verify.issuer")
  String issuer;

  @Inject
  @ConfigProperty(name = "mp.jwt.verify.publickey.location")
  URL keys;

  /** How its tokens are signed: RS256, or ES256 for clients of FAPI. */
  @Inject
  @ConfigProperty(name = "mp.jwt.verify.publickey.algorithm")
  String algorithm;

  /** The public URL of this API, which proofs have to be made for, too. */
  @Inject
  @ConfigProperty(name = "mp.jwt.verify.audiences")
  String api;

  @PostConstruct
  void prepare() {
    JWKSource<SecurityContext> published =
        JWKSourceBuilder.create(keys).refreshAheadCache(false).build();
    tokens.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.parse(algorithm), published));
    var exactly = new JWTClaimsSet.Builder().issuer(issuer).claim("token_use", "access").build();
    tokens.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(api, exactly, Set.of("sub", "client_id", "exp")));
  }

  /** The token, if it is good and its sender has the key; refuses all others. */
  ProvedToken token(String value, ContainerRequestContext request) {
    try {
      var claims = tokens.process(value, null);
      var key = JWKThumbprintConfirmation.parse(claims);
      if (key == null) {
        throw Refusal.INVALID_TOKEN.because("This token is bound to no key: send it as Bearer.");
      }
      var target = target(request);
      proofs.verify(
          request.getMethod(),
          target,
          new DPoPIssuer(claims.getStringClaim("client_id")),
          AddressedProof.parse(proof(request), target),
          new DPoPAccessToken(value),
          key,
          Set.of(), // no nonces
          null);
      return new ProvedToken(value, claims);
    } catch (InvalidDPoPProofException | AccessTokenValidationException e) {
      throw Refusal.INVALID_PROOF.because(
          "Make a proof of the token's key for each request: " + e.getMessage());
    } catch (BadJOSEException | JOSEException | ParseException e) {
      throw Refusal.INVALID_TOKEN.because("Token or proof is no good: " + e.getMessage());
    }
  }

  /** The token, if it is good, whoever has sent it; refuses all others. */
  ProvedToken unproved(String value) {
    try {
      return new ProvedToken(value, tokens.process(value, null));
    } catch (BadJOSEException | JOSEException | ParseException e) {
      throw Refusal.INVALID_TOKEN.because("The token is no good: " + e.getMessage());
    }
  }

  private static String proof(ContainerRequestContext request) {
    var sent = request.getHeaders().getOrDefault("DPoP", List.of());
    if (sent.size() != 1) {
      throw Refusal.INVALID_PROOF.because("Send one proof with the token, in the header DPoP.");
    }
    return sent.get(0);
  }

  // Where it was called from outside, whatever a proxy has made of the address.
  private URI target(ContainerRequestContext request) {
    var called = request.getUriInfo();
    var path = called.getBaseUri().relativize(called.getAbsolutePath());
    return URI.create(api + "/").resolve(path);
  }
}
