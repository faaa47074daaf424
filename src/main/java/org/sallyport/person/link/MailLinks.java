package org.sallyport.person.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.persistence.NewRow;
import org.sallyport.platform.sweep.ExpiredRows;
import org.sallyport.platform.sweep.Sweepable;
import org.sallyport.protocol.Subject;

/**
 * Links that people get by mail. Whoever has one may do what it is for, once and before it expires,
 * in any browser and on any node; the database knows its hash alone. A new link of a person takes
 * the place of the one before that has the same purpose.
 */
@ApplicationScoped
public class MailLinks implements Sweepable {
  private static final ExpiredRows ROWS = new ExpiredRows("mail_link", "id");
  private static final int LONGEST_PAYLOAD = 8_000;
  private static final int LONGEST_TOKEN = 100;

  private static final String REPLACE =
      "update mail_link set token_hash = :hash, address = :address, payload = :payload,"
          + " network = :network, created_at = :now, expires_at = :until, used_at = null where id = :id";
  private static final String INSERT =
      "insert into mail_link (id, token_hash, purpose, subject, address, payload, network,"
          + " created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String COUNT =
      "select count(*) from mail_link where purpose = :purpose and used_at is null"
          + " and expires_at > :now";
  private static final String LIVE =
      " where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now";
  private static final String READ = "select subject, address, payload from mail_link" + LIVE;
  private static final String READ_CURRENT =
      "select subject, address, payload from mail_link"
          + " where id = :id and used_at is null and expires_at > :now";
  private static final String VOID =
      "update mail_link set used_at = :now where subject = :subject and used_at is null and ";
  private static final String USE = "update mail_link set used_at = :now" + LIVE;

  @Inject EntityManager em;

  /**
   * Makes a link for a person, in the transaction of the caller.
   *
   * @return its secret part, which nothing but the mail may have
   */
  public String issue(NewLink link, Instant now) {
    var token = Secrets.token();
    var purpose = link.purpose();
    var subject = link.subject().value();
    var address = link.to().toString();
    var kept = link.payload().length() <= LONGEST_PAYLOAD ? link.payload() : "";
    var until = now.plus(purpose.lifetime());
    var hash = Sha256.hex(token);
    var id = purpose.word() + ' ' + (purpose.undoes() ? hash : subject);
    var replacement =
        em.createNativeQuery(REPLACE)
            .setParameter("hash", hash)
            .setParameter("address", address)
            .setParameter("payload", kept)
            .setParameter("network", link.network())
            .setParameter("now", now)
            .setParameter("until", until)
            .setParameter("id", id);
    if (replacement.executeUpdate() == 0) {
      var row =
          List.<Object>of(
              id, hash, purpose.word(), subject, address, kept, link.network(), now, until);
      if (!new NewRow(INSERT, row).insertUnlessPresent(em)) {
        replacement.executeUpdate();
      }
    }
    return token;
  }

  /** How many links of a purpose are live. */
  public long live(LinkPurpose purpose, Instant now) {
    return count(em.createNativeQuery(COUNT), purpose, now);
  }

  /** How many of them were asked for from this network. */
  public long live(LinkPurpose purpose, String network, Instant now) {
    var query = em.createNativeQuery(COUNT + " and network = :network");
    return count(query.setParameter("network", network), purpose, now);
  }

  private static long count(Query query, LinkPurpose purpose, Instant now) {
    query.setParameter("purpose", purpose.word()).setParameter("now", now);
    return ((Number) query.getSingleResult()).longValue();
  }

  /** The link with this secret part, unless it was used, has expired, or never was. */
  public Optional<LiveLink> find(LinkPurpose purpose, String token, Instant now) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    List<?> rows = live(READ, purpose, token, now).getResultList();
    return rows.stream().findFirst().map(row -> link(purpose, (Object[]) row));
  }

  /**
   * The live link of a person of this purpose.
   *
   * @param purpose one of which a person has a single link
   */
  public Optional<LiveLink> find(LinkPurpose purpose, Subject subject, Instant now) {
    List<?> rows =
        em.createNativeQuery(READ_CURRENT)
            .setParameter("id", purpose.word() + ' ' + subject.value())
            .setParameter("now", now)
            .getResultList();
    return rows.stream().findFirst().map(row -> link(purpose, (Object[]) row));
  }

  /**
   * Uses the link up, in the transaction of the caller; of any number of attempts one is true.
   * Nothing has changed if that transaction is rolled back.
   */
  public boolean use(LinkPurpose purpose, String token, Instant now) {
    return live(USE, purpose, token, now).executeUpdate() == 1;
  }

  /**
   * Voids the links of a person, such as after the password has changed. Those that undo a change
   * stay: somebody else may have changed it.
   */
  public void voidAll(Subject subject, Instant now) {
    em.createNativeQuery(VOID + "purpose <> :undoes")
        .setParameter("now", now)
        .setParameter("subject", subject.value())
        .setParameter("undoes", LinkPurpose.NOT_ME.word())
        .executeUpdate();
  }

  /**
   * Voids the links of a person after one was used that undoes a change: all but those that undo an
   * earlier one.
   */
  public void voidSince(Subject subject, String used, Instant now) {
    em.createNativeQuery(
            VOID
                + "(purpose <> :undoes or created_at >="
                + " (select u.created_at from mail_link u where u.token_hash = :hash))")
        .setParameter("now", now)
        .setParameter("subject", subject.value())
        .setParameter("undoes", LinkPurpose.NOT_ME.word())
        .setParameter("hash", Sha256.hex(used))
        .executeUpdate();
  }

  /** Forgets the links of a person who is no more. */
  public void forget(Subject subject) {
    em.createNativeQuery("delete from mail_link where subject = :subject")
        .setParameter("subject", subject.value())
        .executeUpdate();
  }

  @Override
  public String name() {
    return "mailed links";
  }

  @Override
  public int sweep(Instant now, int most) {
    return ROWS.delete(em, now, most);
  }

  private Query live(String sql, LinkPurpose purpose, String token, Instant now) {
    return em.createNativeQuery(sql)
        .setParameter("hash", Sha256.hex(token))
        .setParameter("purpose", purpose.word())
        .setParameter("now", now);
  }

  private static LiveLink link(LinkPurpose purpose, Object... row) {
    var to = Optional.ofNullable((String) row[1]).flatMap(MailAddress::find);
    return new LiveLink(purpose, new Subject((String) row[0]), to, (String) row[2]);
  }
}
