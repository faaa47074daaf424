package org.sallyport.introspection;

import static org.sallyport.protocol.OAuthError.INVALID_TOKEN;
import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantValidity;
import org.sallyport.jwt.AccessToken;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.protocol.OAuthException;

/**
 * Tells the log why the answer told nothing of a token that is one: whoever asked learns no more
 * than that it is not active (RFC 7662 §2.2), but its operator has to be able to mend it.
 */
@ApplicationScoped
class UntoldTokens {
  @Inject GrantValidity standing;
  @Inject Audit audit;

  /** The token is for APIs that do not let this client ask. */
  void isNoneOf(AuthenticatedClient client, AccessToken token) {
    var reason = "introspection_clients of none of these APIs has this client: ";
    record(client, UNAUTHORIZED_CLIENT.because(reason + String.join(" ", token.audience())));
  }

  /** The token is not good any more, which matters if that is because somebody was disabled. */
  void hasEnded(AuthenticatedClient client, AccessToken token) {
    ended(client, standing.explained(token.client(), token.grant(), token.issuedAt(), over()));
  }

  /** The same of a refresh token of this grant. */
  void hasEnded(AuthenticatedClient client, Grant grant) {
    ended(client, standing.explained(grant, over()));
  }

  private void ended(AuthenticatedClient client, OAuthException explained) {
    if (explained.isOfDisabled()) {
      record(client, explained);
    }
  }

  private void record(AuthenticatedClient client, OAuthException refusal) {
    audit.record(
        new RequestRefused(
            CaseNumber.next(),
            "/oauth2/introspect",
            refusal.error().code(),
            refusal.logged(),
            Optional.of(client.id())));
  }

  private static OAuthException over() {
    return INVALID_TOKEN.because("the token is no longer valid");
  }
}
