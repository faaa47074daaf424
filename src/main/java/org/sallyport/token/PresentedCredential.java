package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantCredential.CredentialKind;
import org.sallyport.grant.GrantCredentials;
import org.sallyport.grant.GrantValidity;
import org.sallyport.grant.Grants;
import org.sallyport.person.ResourceOwner;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.protocol.OAuthException;

/** Finds what a code or refresh token stands for, and whether that still stands. */
@ApplicationScoped
class PresentedCredential {
  @Inject RateLimit limit;
  @Inject GrantCredentials credentials;
  @Inject Grants grants;
  @Inject GrantValidity standing;

  /** A grant, and which of its refresh tokens was shown. */
  record Found(Grant grant, int generation) {}

  /**
   * The grant of a credential; refuses one that is forged, of another kind or of another client.
   */
  Found grant(String value, CredentialKind kind, AuthenticatedClient client) {
    var credential = credentials.read(value, kind).orElseThrow(() -> forged(kind, client));
    return grants
        .find(credential.grant())
        .filter(g -> g.client().equals(client.id()))
        .map(g -> new Found(g, credential.generation()))
        .orElseThrow(() -> unknown(kind));
  }

  /** The person behind a grant; refuses one that nothing may come of any more. */
  ResourceOwner person(Grant grant) {
    if (!standing.session(grant)) {
      throw standing.explained(
          grant, INVALID_GRANT.because("its session has ended: send the person to sign in"));
    }
    return standing
        .person(grant)
        .orElseThrow(
            () ->
                standing.explained(
                    grant,
                    INVALID_GRANT.because(
                        "its account or client was changed: ask the person to sign in")));
  }

  private OAuthException forged(CredentialKind kind, AuthenticatedClient client) {
    limit.count(RateLimit.LimitedAction.GUESS, client.address());
    return unknown(kind);
  }

  private static OAuthException unknown(CredentialKind kind) {
    var name = kind == CredentialKind.CODE ? "code" : "refresh token";
    return INVALID_GRANT.because("this " + name + " was not given to this client by this server");
  }
}
