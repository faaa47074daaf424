package org.sallyport.dpop;

import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;
import static org.sallyport.protocol.OAuthError.USE_DPOP_NONCE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.jose.JoseParser;
import org.sallyport.platform.sweep.UsedOnce;
import org.sallyport.protocol.Thumbprint;

/** Reads the proof in a request (RFC 9449 §4.3). */
@ApplicationScoped
public class DpopProofs {
  private static final String HEADER = "DPoP";
  private static final Duration OLDEST = Duration.ofSeconds(60);
  private static final Duration SKEW = Duration.ofSeconds(20);

  @Inject DpopNonces nonces;
  @Inject UsedOnce used;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * The proof in a request; none if there is no such header. Refuses one that is not made for this
   * very request. The response gets a nonce for the next one.
   */
  public Optional<DpopProof> read(
      HttpServletRequest request, HttpServletResponse response, ProofContext occasion) {
    var headers = Collections.list(request.getHeaders(HEADER));
    if (headers.isEmpty()) {
      return Optional.empty();
    }
    response.setHeader("DPoP-Nonce", nonces.next());
    if (headers.size() > 1) {
      throw INVALID_DPOP_PROOF.because("there must not be two DPoP headers");
    }
    var proof = ForeignJwt.parse(headers.get(0), "the DPoP proof", INVALID_DPOP_PROOF);
    var key = signer(proof);
    mustBeMadeFor(request.getMethod(), settings.endpoints(occasion.path()), proof);
    mustBeRecent(proof);
    occasion.accessToken().ifPresent(token -> mustGoWith(token, proof));
    mustHaveNonce(proof, occasion.nonceRequired());
    var name = key.value() + '\n' + proof.requiredText("jti");
    var until = proof.requiredTime("iat").plus(OLDEST).plus(SKEW);
    return Optional.of(new DpopProof(key, proof.algorithm(), name, until));
  }

  private static Thumbprint signer(ForeignJwt proof) {
    if (proof.type().filter("dpop+jwt"::equals).isEmpty()) {
      throw proof.refusal("must have typ dpop+jwt");
    }
    var key = proof.keyInside().orElseThrow(() -> proof.refusal("must have its public key as jwk"));
    if (key.isPrivate() || proof.isSymmetric() || !proof.isSignedBy(key)) {
      throw proof.refusal("is not signed by the public key of its jwk");
    }
    return JoseParser.thumbprint(key)
        .map(Thumbprint::new)
        .orElseThrow(() -> proof.refusal("has a jwk without a thumbprint"));
  }

  private static void mustBeMadeFor(String method, List<String> endpoints, ForeignJwt proof) {
    if (!proof.requiredText("htm").equals(method)) {
      throw proof.refusal("must have as htm the method " + method);
    }
    var htu = proof.requiredText("htu");
    if (endpoints.stream().noneMatch(endpoint -> TargetUri.leadsTo(endpoint, htu))) {
      throw proof.refusal("must have as htu " + String.join(" or ", endpoints));
    }
  }

  private void mustBeRecent(ForeignJwt proof) {
    var made = proof.requiredTime("iat");
    var now = clock.instant();
    if (made.isAfter(now.plus(SKEW)) || made.isBefore(now.minus(OLDEST))) {
      throw proof.refusal("has an iat that is not of this minute: make one for each request");
    }
    if (proof.time("exp").filter(t -> t.isBefore(now.minus(SKEW))).isPresent()
        || proof.time("nbf").filter(t -> t.isAfter(now.plus(SKEW))).isPresent()) {
      throw proof.refusal("has expired, or is not valid yet");
    }
  }

  private static void mustGoWith(String accessToken, ForeignJwt proof) {
    if (!proof.requiredText("ath").equals(Sha256.base64url(accessToken))) {
      throw proof.refusal("must have as ath the SHA-256 of the access token in base64url");
    }
  }

  private void mustHaveNonce(ForeignJwt proof, boolean required) {
    var nonce = proof.text("nonce");
    if (required && nonce.isEmpty()) {
      throw USE_DPOP_NONCE.because("make the proof with the nonce of the header DPoP-Nonce");
    }
    if (nonce.filter(n -> !nonces.isGood(n)).isPresent()) {
      throw USE_DPOP_NONCE.because("the nonce has expired or is unknown: use that of DPoP-Nonce");
    }
  }

  /**
   * Uses a proof up and gives its key; refuses one that was used before, on whichever node (RFC
   * 9449 §11.1). Comes last, so that nobody stores anything here who gets nothing.
   */
  public Thumbprint use(DpopProof proof) {
    if (!used.first("dpop", proof.name(), proof.until())) {
      throw INVALID_DPOP_PROOF.because(
          "the DPoP proof was used before: make one with a new jti for each request");
    }
    return proof.key();
  }
}
