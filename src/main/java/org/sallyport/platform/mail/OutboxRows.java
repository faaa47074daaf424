package org.sallyport.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.sweep.ExpiredRows;
import org.sallyport.platform.sweep.Sweepable;
import org.sallyport.platform.transaction.Transactions;

/**
 * The rows of the outbox, which all nodes empty together; each step is a transaction of its own.
 */
@ApplicationScoped
public class OutboxRows implements Sweepable {
  private static final ExpiredRows ROWS = new ExpiredRows("mail_outbox", "id");
  // A node that sends keeps its claim; one that died loses it after this.
  private static final Duration CLAIM = Duration.ofMinutes(1);
  // What is due later than any pause was dated by a clock that was wrong.
  private static final Duration LATEST = RetryRule.LONGEST_PAUSE.plusMinutes(5);
  private static final Duration DEAD_KEPT = Duration.ofDays(30);

  private static final String DUE = "(next_try <= :now or next_try > :latest)";
  private static final String DONE = "r.nextTry = null, r.claim = null, r.content = null";

  @Inject EntityManager em;
  @Inject Transactions transactions;

  /** Claims the mail that has been due for longest, if any is; no other node has it then. */
  Optional<ClaimedMail> claim(Instant now) {
    return transactions.inNew(() -> due(now).stream().findFirst().flatMap(id -> claim(id, now)));
  }

  private List<String> due(Instant now) {
    return em.unwrap(Session.class)
        .createNativeQuery(
            "select id from mail_outbox where "
                + DUE
                + " order by next_try limit 1 for update skip locked",
            String.class)
        .setParameter("now", now)
        .setParameter("latest", now.plus(LATEST))
        .getResultList();
  }

  private Optional<ClaimedMail> claim(String id, Instant now) {
    var claim = Secrets.token();
    var claimed =
        em.createNativeQuery(
                "update mail_outbox set claim = :claim, next_try = :until, tries = tries + 1"
                    + " where id = :id and "
                    + DUE)
            .setParameter("claim", claim)
            .setParameter("until", now.plus(CLAIM))
            .setParameter("id", id)
            .setParameter("now", now)
            .setParameter("latest", now.plus(LATEST))
            .executeUpdate();
    return claimed == 1
        ? Optional.of(new ClaimedMail(em.find(OutboxRow.class, id), claim))
        : Optional.empty();
  }

  /** Keeps the claim while the mail is being sent. */
  void keep(ClaimedMail mail, Instant now) {
    transactions.inNew(
        () ->
            em.createQuery(
                    "update OutboxRow r set r.nextTry = :until"
                        + " where r.id = :id and r.claim = :claim")
                .setParameter("until", now.plus(CLAIM))
                .setParameter("id", mail.row().id())
                .setParameter("claim", mail.claim())
                .executeUpdate());
  }

  /** It was sent, whoever else has claimed it meanwhile. */
  void sent(ClaimedMail mail, Instant now) {
    transactions.inNew(
        () ->
            em.createQuery(
                    "update OutboxRow r set r.sentAt = :now, r.failedAt = null, "
                        + DONE
                        + " where r.id = :id")
                .setParameter("now", now)
                .setParameter("id", mail.row().id())
                .executeUpdate());
  }

  /** It is tried again at this time. */
  void retry(ClaimedMail mail, Instant at, String reason) {
    transactions.inNew(
        () ->
            em.createQuery(
                    "update OutboxRow r set r.nextTry = :at, r.claim = null, r.lastError = :reason"
                        + " where r.id = :id and r.claim = :claim")
                .setParameter("at", at)
                .setParameter("reason", reason)
                .setParameter("id", mail.row().id())
                .setParameter("claim", mail.claim())
                .executeUpdate());
  }

  /** It is given up: a dead letter, kept for a month for those who look for it. */
  void giveUp(ClaimedMail mail, Instant now, String reason) {
    transactions.inNew(
        () ->
            em.createQuery(
                    "update OutboxRow r set r.failedAt = :now, r.lastError = :reason,"
                        + " r.expiresAt = :until, "
                        + DONE
                        + " where r.id = :id and r.claim = :claim")
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("until", now.plus(DEAD_KEPT))
                .setParameter("id", mail.row().id())
                .setParameter("claim", mail.claim())
                .executeUpdate());
  }

  /** Drops those that are due and of no use any more; says how many. */
  int dropUseless(Instant now) {
    return transactions.inNew(
        () ->
            em.createQuery(
                    "update OutboxRow r set r.failedAt = :now, r.lastError = 'expired', "
                        + DONE
                        + " where r.nextTry <= :now and r.usefulUntil <= :now")
                .setParameter("now", now)
                .executeUpdate());
  }

  /** What waits, and what was given up in the last day. */
  OutboxState state(Instant now) {
    var row = transactions.inNew(() -> counts(now.minus(Duration.ofDays(1))));
    return new OutboxState(
        ((Number) row[0]).intValue(), (Instant) row[1], ((Number) row[2]).intValue());
  }

  private Object[] counts(Instant since) {
    return em.createQuery(
            "select count(r.nextTry),"
                + " min(case when r.nextTry is not null then r.createdAt end), count(r.failedAt)"
                + " from OutboxRow r where r.nextTry is not null or r.failedAt >= :since",
            Object[].class)
        .setParameter("since", since)
        .getSingleResult();
  }

  @Override
  public String name() {
    return "mails";
  }

  @Override
  public int sweep(Instant now, int most) {
    return ROWS.delete(em, now, most);
  }

  /**
   * A mail that this node alone may send, for as long as it keeps the claim.
   *
   * @param row as it was when it was claimed
   * @param claim tells this claim from others of the same mail
   */
  record ClaimedMail(OutboxRow row, String claim) {}

  /**
   * What is in the outbox.
   *
   * @param waiting mails that are not sent yet
   * @param oldest when the oldest of them was written
   * @param dead mails that were given up in the last day
   */
  record OutboxState(int waiting, @Nullable Instant oldest, int dead) {
    /** Nothing. */
    static final OutboxState EMPTY = new OutboxState(0, null, 0);
  }
}
