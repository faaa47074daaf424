package org.sallyport.userinfo;

import static org.sallyport.protocol.OAuthError.INVALID_TOKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sallyport.client.profile.SecurityProfile;
import org.sallyport.client.profile.SecurityProfile.ProofFacts;
import org.sallyport.client.registry.Clients;
import org.sallyport.dpop.DpopProofs;
import org.sallyport.dpop.ProofContext;
import org.sallyport.jwt.AccessToken;
import org.sallyport.platform.mtls.ClientCertificate;
import org.sallyport.platform.mtls.ClientCertificates;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.Confirmation.Method;

/**
 * Sees to it that a bound access token is shown by who has what it is bound to (RFC 9449 §7.1, RFC
 * 8705 §3).
 */
@ApplicationScoped
class BoundTokenCheck {
  @Inject DpopProofs proofs;
  @Inject Clients clients;
  @Inject ClientCertificates certificates;

  /** Refuses a bound token without the proof of its key, and a proof for one that is not bound. */
  void mustFit(
      AccessToken token,
      BearerToken shown,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!shown.withProof()) {
      mustBeOfTheCertificate(token, request);
      return;
    }
    if (token.bound().flatMap(b -> b.by(Method.DPOP)).isEmpty()) {
      throw INVALID_TOKEN.because("this access token is bound to no key: send it as Bearer");
    }
    var metadata =
        clients
            .readable(clients.known(token.client()).orElseThrow(BearerAuthentication::invalid))
            .metadata();
    var rules = metadata.tokens();
    var occasion =
        new ProofContext("/oauth2/userinfo", rules.nonceRequired(), Optional.of(shown.value()));
    var proof = proofs.read(request, response, occasion);
    proof.ifPresent(p -> SecurityProfile.of(metadata).check(new ProofFacts(p.algorithm())));
    if (!proof.map(proofs::use).map(Confirmation::key).equals(token.bound())) {
      throw INVALID_TOKEN.because(
          "the access token needs the DPoP proof of the key it is bound to");
    }
  }

  private void mustBeOfTheCertificate(AccessToken token, HttpServletRequest request) {
    if (token.bound().isEmpty()) {
      return;
    }
    if (token.bound().flatMap(b -> b.by(Method.DPOP)).isPresent()) {
      throw INVALID_TOKEN.because(
          "this access token is bound to a key: send it as DPoP, with a proof");
    }
    if (!certificates.of(request).map(ClientCertificate::confirmation).equals(token.bound())) {
      throw INVALID_TOKEN.because(
          "this access token is bound to a certificate: show that certificate in TLS");
    }
  }
}
