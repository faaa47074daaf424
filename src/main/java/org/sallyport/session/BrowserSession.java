package org.sallyport.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.NaturalId;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.persistence.mapping.StoredTime;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.protocol.Subject;

/** The row of a session, found by the hash of the secret that only the browser's cookie holds. */
@Entity
@Table(name = "browser_session")
public class BrowserSession {
  private static final int LONGEST_USER_AGENT = 255;

  @Id
  @Column(name = "id_hash")
  private String idHash;

  @NaturalId private SessionId sid;
  private Subject subject;

  @Column(name = "authenticated_at")
  private Instant authenticatedAt;

  // Nodes of an earlier version read it.
  @SuppressWarnings("UnusedVariable")
  private String acr;

  private String amr;

  // None where a node of an earlier version began the session.
  private @Nullable String factors;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "user_agent")
  private String userAgent;

  private String address;

  protected BrowserSession() {}

  /**
   * A session that begins now.
   *
   * @param idHash SHA-256 of the cookie's secret
   * @param expiresAt the absolute end
   * @param browser where it was started from
   */
  BrowserSession(String idHash, Session session, Instant expiresAt, BrowserTrace browser) {
    this.idHash = idHash;
    this.sid = session.id();
    this.subject = session.subject();
    this.authenticatedAt = session.authentication().time();
    this.acr = session.authentication().acr();
    this.amr = String.join(" ", session.authentication().amr());
    this.factors = session.factors().toString();
    this.createdAt = browser.at();
    this.lastSeenAt = browser.at();
    this.expiresAt = expiresAt;
    this.userAgent = shortened(browser.userAgent());
    this.address = browser.address();
  }

  /** The hash by which the cookie's secret finds it. */
  String idHash() {
    return idHash;
  }

  /** The session, for those who need not know that it is a row. */
  Session session() {
    var proven =
        Optional.ofNullable(factors)
            .flatMap(SignInFactors::parse)
            .orElseGet(() -> SignInFactors.ofEarlier(amr, authenticatedAt));
    return new Session(sid, subject, proven);
  }

  /** Where and when it was started, for its owner to recognise it by. */
  BrowserTrace start() {
    return new BrowserTrace(createdAt, userAgent, address);
  }

  /** The session as its owner is shown it. */
  OpenSession shown() {
    return new OpenSession(session(), start(), lastSeenAt);
  }

  /**
   * Whether it is neither ended nor over, nor was left alone for as long as {@code idle}. One that
   * a clock that was wrong has dated ahead would last too long: its owner signs in again.
   */
  boolean isAlive(Instant now, Duration idle) {
    return endedAt == null
        && !StoredTime.isAhead(createdAt, now)
        && now.isBefore(expiresAt)
        && now.isBefore(lastSeenAt.plus(idle));
  }

  /** Whether the browser was last seen longer ago than this, or at a time that lies ahead. */
  boolean wasUnseenFor(Duration time, Instant now) {
    return now.isAfter(lastSeenAt.plus(time)) || StoredTime.isAhead(lastSeenAt, now);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_USER_AGENT ? text : text.substring(0, LONGEST_USER_AGENT);
  }
}
