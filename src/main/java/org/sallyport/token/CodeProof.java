package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Optional;
import org.sallyport.grant.Grant;
import org.sallyport.protocol.CodeChallenge;
import org.sallyport.protocol.CodeVerifier;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.request.AsSent;
import org.sallyport.protocol.request.Parameters;

/** What a token request shows to prove that it comes from where the code was asked for. */
record CodeProof(Parameters form, Optional<Confirmation> bound) {

  /** Refuses, without harm to the code, a request that does not fit the authorization request. */
  void mustAnswer(Grant grant) {
    grant.codeChallenge().ifPresentOrElse(this::mustVerify, this::mustNotVerify);
    keyMustBe(grant);
    redirectUriMustBe(grant);
  }

  // RFC 9449 §10.
  private void keyMustBe(Grant grant) {
    if (grant.bound().isPresent() && !grant.bound().equals(bound)) {
      throw INVALID_GRANT.because("the DPoP proof is not of the key in dpop_jkt");
    }
  }

  private void mustVerify(CodeChallenge challenge) {
    var verifier =
        form.optional("code_verifier")
            .map(CodeVerifier::new)
            .orElseThrow(() -> INVALID_GRANT.because("code_verifier is missing"));
    if (!challenge.isAnsweredBy(verifier)) {
      throw INVALID_GRANT.because("code_verifier does not match code_challenge");
    }
  }

  // RFC 9700 §4.8.2: else a challenge could be taken out of the request on its way unnoticed.
  private void mustNotVerify() {
    if (form.names().contains("code_verifier")) {
      throw INVALID_REQUEST.because("code_verifier belongs to a request with code_challenge");
    }
  }

  // OAuth 2.1 no longer sends it; RFC 6749 §4.1.3 needs it where no challenge binds the code.
  private void redirectUriMustBe(Grant grant) {
    var sent = form.optional("redirect_uri");
    if (sent.isEmpty() && grant.codeChallenge().isEmpty()) {
      throw INVALID_GRANT.because("redirect_uri is missing");
    }
    if (sent.filter(uri -> !uri.equals(grant.redirectUri())).isPresent()) {
      throw INVALID_GRANT.because(
          "redirect_uri is not the one of the authorization request; received: "
              + AsSent.of(sent.get()));
    }
  }
}
