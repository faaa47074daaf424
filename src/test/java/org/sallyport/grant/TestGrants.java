package org.sallyport.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.sallyport.grant.GrantRequest.Approval;
import org.sallyport.grant.GrantRequest.CodeBinding;
import org.sallyport.grant.GrantRequest.SignedInPerson;
import org.sallyport.platform.audit.store.TestAuditStore;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.platform.persistence.Store;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.CodeVerifier;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.resource.details.AuthorizationDetails;
import org.sallyport.session.StoredSessions;

/** Grants of a test, over a real store, and what it takes to open some. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestGrants {
  /** A moment with microseconds, as the database keeps them. */
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  /** As the settings are by default. */
  public static final Lifetimes LIFETIMES =
      new Lifetimes(
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofDays(30),
          Duration.ofDays(90),
          Duration.ofSeconds(10));

  public static final CodeVerifier VERIFIER =
      new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  public static final ClientId CLIENT = new ClientId("spa");
  public static final Subject ALICE = new Subject("alice");
  public static final SessionId SESSION = new SessionId("session-1");

  private static final Duration ANY = Duration.ofMinutes(10);

  private TestGrants() {}

  /** The grants of this store. */
  public static Grants of(Store store) {
    return of(store, LIFETIMES);
  }

  /** The grants of this store, with these lifetimes. */
  public static Grants of(Store store, Lifetimes lifetimes) {
    var grants = new Grants();
    grants.em = store.em();
    grants.lifetimes = lifetimes;
    return grants;
  }

  static AccessEnds accessEnds(Store store) {
    return accessEnds(store, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** What ends the sessions and grants of this store, by this clock. */
  public static AccessEnds accessEnds(Store store, Clock clock) {
    var ends = new AccessEnds();
    ends.sessions = StoredSessions.of(store, clock);
    ends.grants = of(store);
    ends.clock = clock;
    return ends;
  }

  /** The revoked tokens of this store. */
  public static RevokedTokens revokedTokens(Store store) {
    var tokens = new RevokedTokens();
    tokens.em = store.em();
    return tokens;
  }

  /** What the grants of this store tell the audit. */
  static GrantHistory history(Store store) {
    var history = new GrantHistory();
    history.em = store.em();
    history.rows = TestAuditStore.rows(store);
    return history;
  }

  /** What sweeps the grants of this store. */
  static ExpiredGrants expired(Store store) {
    var expired = new ExpiredGrants();
    expired.em = store.em();
    expired.history = history(store);
    return expired;
  }

  /** Credentials under this authenticator. */
  public static GrantCredentials credentials(ServerMac mac) {
    var credentials = new GrantCredentials();
    credentials.mac = mac;
    return credentials;
  }

  /** What Alice, signed in, allows the client {@code spa}. */
  public static GrantRequest request(String scopes) {
    return request(scopes, SESSION);
  }

  /** The same request, after claims were named one by one. */
  static GrantRequest naming(GrantRequest request, RequestedClaims claims) {
    var allowed = request.allowed();
    return new GrantRequest(
        request.client(),
        request.by(),
        new Approval(
            allowed.scopes(),
            allowed.resources(),
            allowed.details(),
            allowed.refreshable(),
            claims),
        request.binding());
  }

  /** The same request, of whom codes wait no longer than this. */
  static GrantRequest within(GrantRequest request, Duration atMost) {
    return new GrantRequest(
        request.client(),
        request.by(),
        request.allowed(),
        new CodeBinding("https://app.test/cb", VERIFIER.challenge(), null, null, atMost));
  }

  static GrantRequest request(String scopes, SessionId session) {
    var authentication = new Authentication(NOW.minusSeconds(5), "urn:pwd", List.of("pwd", "otp"));
    return new GrantRequest(
        CLIENT,
        new SignedInPerson(ALICE, session, authentication),
        new Approval(
            Scopes.parse(scopes), List.of(), AuthorizationDetails.NONE, true, RequestedClaims.NONE),
        new CodeBinding("https://app.test/cb", VERIFIER.challenge(), null, null, ANY));
  }
}
