package org.sallyport.grant;

import java.time.Clock;
import org.sallyport.client.registry.Clients;
import org.sallyport.jwt.AccessToken;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.persistence.Store;
import org.sallyport.session.StoredSessions;

/** What grants of a test rest on, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class StoredGrants {
  private StoredGrants() {}

  /** Whether grants of this store still stand. */
  public static GrantValidity standing(Store store, Clients clients, Clock clock) {
    var standing = new GrantValidity();
    standing.clients = clients;
    standing.people = StoredPeople.of(store);
    standing.sessions = StoredSessions.of(store, clock);
    standing.grants = TestGrants.of(store);
    standing.revoked = TestGrants.revokedTokens(store);
    return standing;
  }

  /** Whether this access token is still good. */
  public static boolean stands(GrantValidity standing, Store store, AccessToken token) {
    return store.inTransaction(
        () -> standing.token(token.jti(), token.client(), token.grant(), token.issuedAt()));
  }
}
