package org.sallyport.revocation;

import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.grant.EndReason;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantCredential.CredentialKind;
import org.sallyport.grant.GrantCredentials;
import org.sallyport.grant.Grants;
import org.sallyport.grant.RevokedTokens;
import org.sallyport.jwt.AccessToken;
import org.sallyport.jwt.AccessTokens;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.TokenRevoked;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/** Takes back what a client no longer wants (RFC 7009 §2.1). */
@ApplicationScoped
class Revocation {
  @Inject AccessTokens accessTokens;
  @Inject RevokedTokens revoked;
  @Inject GrantCredentials credentials;
  @Inject Grants grants;
  @Inject Audit audit;
  @Inject Clock clock;

  /** Revokes a token of this client; refuses another client's, and does nothing for no token. */
  void revoke(String token, ClientId client) {
    accessTokens.read(token).ifPresent(t -> revoke(t, client));
    credentials
        .read(token, CredentialKind.REFRESH_TOKEN)
        .flatMap(c -> grants.find(c.grant()))
        .ifPresent(g -> end(g, client));
  }

  private void revoke(AccessToken token, ClientId client) {
    mustBe(token.client(), client);
    revoked.revoke(token.jti(), token.expiresAt());
    audit.record(new TokenRevoked(person(token), client, "access_token " + token.jti()));
  }

  // All that came of the grant goes with its refresh token (RFC 7009 §2.1), and so for any of them.
  private void end(Grant grant, ClientId client) {
    mustBe(grant.client(), client);
    if (grants.end(grant.id(), EndReason.REVOKED, clock.instant())) {
      audit.record(
          new TokenRevoked(Optional.of(grant.subject()), client, "refresh_token " + grant.id()));
    }
  }

  // A token may name the person by a pairwise subject, which only its client knows.
  private Optional<Subject> person(AccessToken token) {
    return token.grant().flatMap(grants::known).map(Grant::subject);
  }

  private static void mustBe(ClientId owner, ClientId client) {
    if (!owner.equals(client)) {
      throw UNAUTHORIZED_CLIENT.because("the token was given to another client and stays valid");
    }
  }
}
