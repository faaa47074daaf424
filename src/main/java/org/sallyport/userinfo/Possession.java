package org.sallyport.userinfo;

import static org.sallyport.protocol.OAuthError.INVALID_TOKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sallyport.client.Clients;
import org.sallyport.dpop.Occasion;
import org.sallyport.dpop.Proofs;
import org.sallyport.jwt.AccessToken;

/** Sees to it that a bound access token is shown by who holds its key (RFC 9449 §7.1). */
@ApplicationScoped
class Possession {
  @Inject Proofs proofs;
  @Inject Clients clients;

  /** Refuses a bound token without the proof of its key, and a proof for one that is not bound. */
  void mustFit(
      AccessToken token,
      BearerToken shown,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!shown.withProof()) {
      refuseIfBound(token);
      return;
    }
    if (token.key().isEmpty()) {
      throw INVALID_TOKEN.because("this access token is bound to no key: send it as Bearer");
    }
    var nonceRequired =
        clients
            .find(token.client())
            .filter(c -> c.metadata().hardening().nonceRequired())
            .isPresent();
    var occasion = new Occasion("/oauth2/userinfo", nonceRequired, Optional.of(shown.value()));
    if (!proofs.key(request, response, occasion).equals(token.key())) {
      throw INVALID_TOKEN.because(
          "the access token needs the DPoP proof of the key it is bound to");
    }
  }

  private static void refuseIfBound(AccessToken token) {
    if (token.key().isPresent()) {
      throw INVALID_TOKEN.because(
          "this access token is bound to a key: send it as DPoP, with a proof");
    }
  }
}
