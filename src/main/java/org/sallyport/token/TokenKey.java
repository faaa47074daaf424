package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sallyport.client.AuthenticatedClient;
import org.sallyport.client.Profile.TokenFacts;
import org.sallyport.dpop.Occasion;
import org.sallyport.dpop.Proof;
import org.sallyport.dpop.Proofs;

/** Finds the key that a token is to be bound to (RFC 9449 §5). */
@ApplicationScoped
class TokenKey {
  @Inject Proofs proofs;

  /** The proof in the request, not yet used; refuses its absence where the client's are bound. */
  Optional<Proof> of(
      AuthenticatedClient client, HttpServletRequest request, HttpServletResponse response) {
    var rules = client.metadata().hardening();
    var proof = proofs.read(request, response, Occasion.at("/oauth2/token", rules.nonceRequired()));
    rules.profile().check(new TokenFacts(proof.isPresent()));
    if (proof.isEmpty() && rules.boundTokens()) {
      throw INVALID_DPOP_PROOF.because(
          "the access tokens of this client are bound to a key: send a DPoP proof");
    }
    return proof;
  }

  /** Uses it up, after all that the request asks for was found due. */
  void use(Proof proof) {
    proofs.use(proof);
  }
}
