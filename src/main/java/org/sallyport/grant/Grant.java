package org.sallyport.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.persistence.mapping.StoredTime;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.CodeChallenge;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.Confirmation.Method;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.Thumbprint;
import org.sallyport.resource.details.AuthorizationDetails;

/**
 * What one person allowed one client in one authorization (RFC 6749 §1.3), with its code and its
 * chain of refresh tokens; the row changes only through the conditional updates of {@link Grants}.
 */
@Entity
@Table(name = "access_grant")
public class Grant {
  @Id private UUID id;

  @Column(name = "client_id")
  private ClientId client;

  private Subject subject;

  @Column(name = "session_id")
  private SessionId session;

  private Scopes scopes;
  private Resources resources;
  private @Nullable RequestedClaims claims;

  // Read where it is asked for: most grants have none, and those are read most often.
  @Column(name = "authorization_details")
  private @Nullable String details;

  @Column(name = "redirect_uri")
  private String redirectUri;

  @Column(name = "code_challenge")
  private @Nullable CodeChallenge codeChallenge;

  private @Nullable String nonce;

  // Of the code, and of a public client's refresh tokens.
  @Column(name = "jkt")
  private @Nullable Thumbprint key;

  // Of a public client's refresh tokens.
  @Column(name = "x5t_s256")
  private @Nullable Thumbprint certificate;

  @Column(name = "auth_time")
  private Instant authTime;

  private String acr;
  private String amr;
  private boolean offline;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "code_expires_at")
  private Instant codeExpiresAt;

  @Column(name = "redeemed_at")
  private @Nullable Instant redeemedAt;

  private int generation;

  @Column(name = "rotated_at")
  private @Nullable Instant rotatedAt;

  @Column(name = "refresh_expires_at")
  private @Nullable Instant refreshExpiresAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "end_reason")
  private @Nullable EndReason endReason;

  // Never changed, so that redeeming and rotating touch no index.
  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Grant() {}

  /** The grant of a request, its code not yet redeemed. */
  Grant(GrantId id, GrantRequest request, Lifetimes lifetimes, Instant now) {
    this.id = id.value();
    client = request.client();
    subject = request.by().subject();
    session = request.by().session();
    authTime = request.by().authentication().time();
    acr = request.by().authentication().acr();
    amr = String.join(" ", request.by().authentication().amr());
    scopes = request.allowed().scopes();
    resources = new Resources(request.allowed().resources());
    details = request.allowed().details().isEmpty() ? null : request.allowed().details().toString();
    claims = request.allowed().claims().orNull();
    offline = scopes.contains("offline_access");
    redirectUri = request.binding().redirectUri();
    codeChallenge = request.binding().challenge();
    nonce = request.binding().nonce();
    key = request.binding().key();
    createdAt = now;
    codeExpiresAt = now.plus(lifetimes.code(request.binding().atMost()));
    var refreshable = request.allowed().refreshable();
    refreshExpiresAt = refreshable ? lifetimes.refreshUntil(now, now) : null;
    expiresAt = lifetimes.forgetAt(now, refreshable);
  }

  /** Whether its tokens are good: the code was redeemed, and nothing has ended the grant since. */
  public boolean active() {
    return redeemedAt != null && endedAt == null;
  }

  /** Whether its code was never redeemed while there was time. */
  public boolean expiredUnredeemed(Instant now) {
    return redeemedAt == null && (!now.isBefore(codeExpiresAt) || isDatedAhead(now));
  }

  /** Whether its code may still be redeemed. */
  public boolean redeemable(Instant now) {
    return redeemedAt == null
        && endedAt == null
        && now.isBefore(codeExpiresAt)
        && !isDatedAhead(now);
  }

  /** Whether the sign-in behind it, kept in whole seconds, was before this. */
  boolean isOlderThan(Instant change) {
    return change.isAfter(createdAt) || change.isAfter(authTime.plusSeconds(1));
  }

  /** Whether a refresh token of this generation is the newest and may still be used. */
  public boolean isNewest(int presented, Instant now) {
    return active()
        && presented == generation
        && refreshExpiresAt != null
        && now.isBefore(refreshExpiresAt)
        && !isDatedAhead(now);
  }

  /**
   * Whether a clock that was wrong has dated it ahead: what is reckoned from then would be good for
   * too long, so it is refused until then.
   */
  boolean isDatedAhead(Instant now) {
    return StoredTime.isAhead(createdAt, now);
  }

  /** Whether it gives refresh tokens. */
  public boolean refreshable() {
    return refreshExpiresAt != null;
  }

  /** What to do with a refresh token that is not the newest, or whose grant may be over. */
  RefreshTokenRotation judge(int presented, Instant now, Lifetimes lifetimes) {
    if (!active() || refreshExpiresAt == null || !now.isBefore(refreshExpiresAt)) {
      return new RefreshTokenRotation.Over();
    }
    // Of a rotation that seems to lie ahead nobody can tell whether it was just now.
    if (rotatedAt != null && StoredTime.isAhead(rotatedAt, now)) {
      return new RefreshTokenRotation.Over();
    }
    var retry =
        presented == generation - 1
            && rotatedAt != null
            && now.isBefore(rotatedAt.plus(lifetimes.grace()));
    return retry
        ? new RefreshTokenRotation.Repeated(generation)
        : new RefreshTokenRotation.Reused();
  }

  public GrantId id() {
    return new GrantId(id);
  }

  public ClientId client() {
    return client;
  }

  public Subject subject() {
    return subject;
  }

  public SessionId session() {
    return session;
  }

  public Scopes scopes() {
    return scopes;
  }

  public List<Resource> resources() {
    return resources.values();
  }

  /** What was allowed in detail (RFC 9396). */
  public AuthorizationDetails details() {
    return details == null ? AuthorizationDetails.NONE : AuthorizationDetails.stored(details);
  }

  /** The claims that the request named one by one and the person allowed. */
  public RequestedClaims claims() {
    return claims == null ? RequestedClaims.NONE : claims;
  }

  public String redirectUri() {
    return redirectUri;
  }

  public Optional<CodeChallenge> codeChallenge() {
    return Optional.ofNullable(codeChallenge);
  }

  public Optional<String> nonce() {
    return Optional.ofNullable(nonce);
  }

  /**
   * What its code, and a public client's refresh tokens, are bound to (RFC 9449 §10, RFC 8705 §4).
   */
  public Optional<Confirmation> bound() {
    return key == null
        ? Optional.ofNullable(certificate).map(c -> new Confirmation(Method.CERTIFICATE, c))
        : Optional.of(Confirmation.key(key));
  }

  public Authentication authentication() {
    return new Authentication(authTime, acr, List.of(amr.split(" ")));
  }

  /** Whether access beyond the session was allowed (OpenID Connect Core §11). */
  public boolean offline() {
    return offline;
  }

  /**
   * Whether it outlives the session it was made in, which none does before its code is redeemed.
   */
  public boolean outlivesSession() {
    return offline && redeemedAt != null;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** The generation of the newest refresh token as this row was read; 0 before the redemption. */
  public int generation() {
    return generation;
  }

  /** Until when the newest refresh token may lie unused; none if there are no refresh tokens. */
  public Optional<Instant> refreshExpiresAt() {
    return Optional.ofNullable(refreshExpiresAt);
  }

  /** Why it ended, if it was ended. */
  public Optional<EndReason> endReason() {
    return Optional.ofNullable(endReason);
  }
}
