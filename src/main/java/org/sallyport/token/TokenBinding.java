package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.client.profile.SecurityProfile;
import org.sallyport.client.profile.SecurityProfile.ProofFacts;
import org.sallyport.client.profile.SecurityProfile.TokenFacts;
import org.sallyport.dpop.DpopProof;
import org.sallyport.dpop.DpopProofs;
import org.sallyport.dpop.ProofContext;
import org.sallyport.platform.mtls.ClientCertificate;
import org.sallyport.protocol.Confirmation;

/** Finds what a token is to be bound to (RFC 9449 §5, RFC 8705 §3). */
@ApplicationScoped
class TokenBinding {
  @Inject DpopProofs proofs;

  /** The proof of a key, not yet used, or what a certificate confirms, or neither. */
  record Shown(Optional<DpopProof> proof, Optional<Confirmation> certificate) {
    Optional<Confirmation> confirmation() {
      return certificate.or(() -> proof.map(DpopProof::key).map(Confirmation::key));
    }
  }

  /** What the request shows; refuses its absence where the client's tokens are bound. */
  Shown of(AuthenticatedClient client, HttpServletRequest request, HttpServletResponse response) {
    var rules = client.metadata().tokens();
    var proof =
        proofs.read(request, response, ProofContext.at("/oauth2/token", rules.nonceRequired()));
    proof.ifPresent(
        p -> SecurityProfile.of(client.metadata()).check(new ProofFacts(p.algorithm())));
    proof.ifPresent(p -> rules.refuseProof());
    var certificate =
        rules.boundToCertificate() ? certificate(client) : Optional.<Confirmation>empty();
    var shown = new Shown(proof, certificate);
    SecurityProfile.of(client.metadata()).check(new TokenFacts(shown.confirmation().isPresent()));
    if (proof.isEmpty() && rules.boundToKey()) {
      throw INVALID_REQUEST.because(
          "the access tokens of this client are bound to a key: send a DPoP proof");
    }
    return shown;
  }

  private static Optional<Confirmation> certificate(AuthenticatedClient client) {
    var confirmation = client.certificate().map(ClientCertificate::confirmation);
    if (confirmation.isEmpty()) {
      throw INVALID_REQUEST.because(
          "the access tokens of this client are bound to its certificate: show one in TLS");
    }
    return confirmation;
  }

  /** Uses a proof up, after all that the request asks for was found due. */
  void use(DpopProof proof) {
    proofs.use(proof);
  }
}
