package org.sallyport.grant;

import static org.sallyport.grant.GrantJoins.OWNER;
import static org.sallyport.grant.GrantJoins.SESSION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.persistence.ConditionalUpdate;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Confirmation;
import org.sallyport.protocol.Confirmation.Method;
import org.sallyport.protocol.GrantId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

/**
 * All grants. What may happen only once is one conditional update whose row count is the verdict,
 * so any number of nodes may race; a {@link Grant} read earlier in the transaction stays as read.
 */
@ApplicationScoped
public class Grants {
  private static final String END =
      "update Grant g set g.endedAt = :now, g.endReason = :reason where g.endedAt is null and ";

  // With whom and what it hangs on, so that asking for these afterwards costs no statement.
  private static final String READ =
      "select g, p, s from Grant g" + OWNER + SESSION + " where g.id = :id";
  private static final String READ_OF_TOKEN =
      "select g, p from Grant g"
          + OWNER
          + " where g.id = :id and not exists (select r from RevokedToken r where r.jti = :jti)";

  private static final ConditionalUpdate REDEEM =
      new ConditionalUpdate(
          "update access_grant set redeemed_at = ?, generation = 1 where id = ?"
              + " and redeemed_at is null and ended_at is null and code_expires_at > ?");
  private static final ConditionalUpdate ADVANCE =
      new ConditionalUpdate(
          "update access_grant set generation = generation + 1, rotated_at = ?,"
              + " refresh_expires_at = ? where id = ? and generation = ?"
              + " and ended_at is null and refresh_expires_at > ? and redeemed_at is not null");

  @Inject EntityManager em;
  @Inject Lifetimes lifetimes;

  /** Stores a new grant, whose code can be redeemed from now on. */
  public Grant open(GrantRequest request, Instant now) {
    var grant = new Grant(GrantIds.next(now), request, lifetimes, now);
    em.persist(grant);
    return grant;
  }

  /**
   * Stores a new grant that has no code, for what was allowed elsewhere than in the browser that
   * waits for the answer (RFC 8628 §3.5): its first refresh token is generation 1, and its tokens
   * are bound to what was shown.
   */
  public Grant openRedeemed(GrantRequest request, Optional<Confirmation> shown, Instant now) {
    var grant = open(request, now);
    em.flush();
    var redeemed =
        shown.map(s -> redeem(grant.id(), s, now)).orElseGet(() -> redeem(grant.id(), now));
    if (!redeemed) {
      throw new IllegalStateException("grant " + grant.id() + " was over before it was opened");
    }
    em.refresh(grant);
    return grant;
  }

  /** The grant of this id, whether or not it is still good. */
  public Optional<Grant> find(GrantId id) {
    return grant(em.createQuery(READ, Object[].class).setParameter("id", id.value()));
  }

  /** The grant of this id; no statement where it was read before in this transaction. */
  public Optional<Grant> known(GrantId id) {
    return Optional.ofNullable(em.find(Grant.class, id.value()));
  }

  /** The grant of an access token, unless that token was revoked by itself. */
  Optional<Grant> find(GrantId id, String jti) {
    return grant(
        em.createQuery(READ_OF_TOKEN, Object[].class)
            .setParameter("id", id.value())
            .setParameter("jti", jti));
  }

  // Nothing that comes along is ever changed there, so nothing need be compared at the commit.
  private static Optional<Grant> grant(TypedQuery<Object[]> query) {
    return query.setHint("org.hibernate.readOnly", true).getResultList().stream()
        .findFirst()
        .map(row -> (Grant) row[0]);
  }

  /** The clients that got something in this session. */
  public List<ClientId> clientsOf(SessionId session) {
    return em.createQuery(
            "select distinct g.client from Grant g where g.session = :session", ClientId.class)
        .setParameter("session", session)
        .getResultList();
  }

  /** Whether the tokens of this grant are good. */
  public boolean active(GrantId id) {
    return find(id).filter(Grant::active).isPresent();
  }

  /**
   * Redeems the code of a grant, after all checks of the request; of any number of attempts one is
   * true, and its first refresh token is generation 1 (RFC 6749 §4.1.2).
   */
  public boolean redeem(GrantId id, Instant now) {
    return REDEEM.changesOne(em, now, id.value(), now);
  }

  /** Redeems the code just so, and binds the grant to what was shown (RFC 9449 §5, RFC 8705 §4). */
  public boolean redeem(GrantId id, Confirmation shown, Instant now) {
    return redeem(id, now)
        && em.createQuery(
                    "update Grant g set g.key = :key, g.certificate = :certificate where g.id = :id")
                .setParameter("id", id.value())
                .setParameter("key", shown.by(Method.DPOP).orElse(null))
                .setParameter("certificate", shown.by(Method.CERTIFICATE).orElse(null))
                .executeUpdate()
            == 1;
  }

  /** Takes a refresh token of this generation out of use and says which one follows it. */
  public RefreshTokenRotation rotate(Grant grant, int generation, Instant now) {
    if (grant.isDatedAhead(now)) {
      return new RefreshTokenRotation.Over();
    }
    if (generation == grant.generation()) {
      if (advance(grant, now)) {
        return new RefreshTokenRotation.Rotated(generation + 1);
      }
      em.refresh(grant);
    }
    return grant.judge(generation, now, lifetimes);
  }

  /** Lets the newest refresh token go on, as it is, for another idle time; false if it is over. */
  public boolean prolong(Grant grant, int generation, Instant now) {
    return !grant.isDatedAhead(now)
        && em.createQuery(
                    "update Grant g set g.refreshExpiresAt = :until where g.id = :id"
                        + " and g.generation = :generation and g.endedAt is null"
                        + " and g.refreshExpiresAt > :now and g.redeemedAt is not null")
                .setParameter("id", grant.id().value())
                .setParameter("generation", generation)
                .setParameter("until", lifetimes.refreshUntil(grant.createdAt(), now))
                .setParameter("now", now)
                .executeUpdate()
            == 1;
  }

  /** Ends a grant at once, with all that hangs on it; false if it had ended before. */
  public boolean end(GrantId id, EndReason reason, Instant now) {
    return end("g.id = :id", reason, now).setParameter("id", id.value()).executeUpdate() == 1;
  }

  /** Ends what hangs on a session: its codes, and its grants without offline access. */
  public void endBySession(SessionId session, Instant now) {
    var hanging = "g.session = :session and (g.offline = false or g.redeemedAt is null)";
    end(hanging, EndReason.SESSION_ENDED, now).setParameter("session", session).executeUpdate();
  }

  /** Ends all that a person ever allowed a client. */
  public void endByConsent(Subject subject, ClientId client, Instant now) {
    end("g.subject = :subject and g.client = :client", EndReason.CONSENT_WITHDRAWN, now)
        .setParameter("subject", subject)
        .setParameter("client", client)
        .executeUpdate();
  }

  /** Ends all that a person ever allowed anybody. */
  public void endBySubject(Subject subject, EndReason reason, Instant now) {
    end("g.subject = :subject", reason, now).setParameter("subject", subject).executeUpdate();
  }

  private boolean advance(Grant grant, Instant now) {
    var until = lifetimes.refreshUntil(grant.createdAt(), now);
    return ADVANCE.changesOne(em, now, until, grant.id().value(), grant.generation(), now);
  }

  private Query end(String which, EndReason reason, Instant now) {
    return em.createQuery(END + which).setParameter("now", now).setParameter("reason", reason);
  }
}
