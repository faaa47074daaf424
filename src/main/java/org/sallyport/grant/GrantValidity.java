package org.sallyport.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.client.registry.Clients;
import org.sallyport.person.People;
import org.sallyport.person.ResourceOwner;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.session.Sessions;

/** Whether what a grant rests on still stands: its client, its person and its session. */
@ApplicationScoped
public class GrantValidity {
  @Inject Clients clients;
  @Inject People people;
  @Inject Sessions sessions;
  @Inject Grants grants;
  @Inject RevokedTokens revoked;

  /**
   * The person behind a grant, while the account is enabled and its credentials are the same, and
   * neither the account nor the client was disabled since.
   */
  public Optional<? extends ResourceOwner> person(Grant grant) {
    return people
        .tokenSubject(grant.subject())
        .filter(ResourceOwner::enabled)
        .filter(p -> !grant.isOlderThan(p.credentialsChangedAt()))
        .filter(p -> !p.voids(grant.createdAt()))
        .filter(p -> standsWithClient(grant));
  }

  /** The refusal of what came of a grant; the log tells it if its person or client was disabled. */
  public OAuthException explained(Grant grant, OAuthException refusal) {
    var person =
        people
            .tokenSubject(grant.subject())
            .filter(p -> !p.enabled() || p.voids(grant.createdAt()));
    return person.isPresent() || clients.wasDisabled(grant.client(), grant.createdAt())
        ? refusal.ofDisabled()
        : refusal;
  }

  /** The refusal of an access token, explained alike. */
  public OAuthException explained(
      ClientId client, Optional<GrantId> grant, Instant issuedAt, OAuthException refusal) {
    return grant
        .flatMap(grants::known)
        .map(g -> explained(g, refusal))
        .orElseGet(() -> clients.wasDisabled(client, issuedAt) ? refusal.ofDisabled() : refusal);
  }

  private boolean standsWithClient(Grant grant) {
    return clients.known(grant.client()).filter(c -> !c.voids(grant.createdAt())).isPresent();
  }

  /**
   * Whether the session of a grant lives, or is not needed: offline access needs none once its code
   * was redeemed, since a code may be issued in the moment in which its session ends.
   */
  public boolean session(Grant grant) {
    return grant.outlivesSession() || sessions.active(grant.session());
  }

  /**
   * Whether an access token that has not expired is good: it was not revoked, and neither its
   * client nor its grant, if it has one, has come to an end.
   *
   * @param issuedAt when it was, in whole seconds
   */
  public boolean token(String jti, ClientId client, Optional<GrantId> grant, Instant issuedAt) {
    var known = clients.known(client);
    return known.isPresent()
        && grant
            .map(g -> ofGrant(jti, g))
            .orElseGet(() -> !known.get().voids(issuedAt) && !revoked.isRevoked(jti));
  }

  private boolean ofGrant(String jti, GrantId grant) {
    return grants.find(grant, jti).filter(Grant::active).flatMap(this::person).isPresent();
  }
}
