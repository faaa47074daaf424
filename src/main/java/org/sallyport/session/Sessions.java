package org.sallyport.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.page.Cookies;
import org.sallyport.platform.ratelimit.ClientAddress;
import org.sallyport.platform.sweep.Sweepable;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.protocol.Subject;

/** The sessions of all browsers: a row each, and a cookie with the secret that finds it. */
@ApplicationScoped
public class Sessions implements Sweepable {
  private static final String COOKIE = "session";

  // Its person comes along, so that asking for whom it is of costs no statement; one from before
  // the person was disabled is none any more.
  // Two columns of the person say whether the session counts: most sign-ons need no more of them.
  private static final String READ =
      "select s, p.enablement.enabled, p.credentialsChangedAt from BrowserSession s"
          + " left join Person p"
          + " on p.subject = cast(s.subject as String) where s.idHash = :id"
          + " and (p.enablement.endedAt is null or p.enablement.endedAt < s.createdAt)";

  private static final String VOID =
      "select count(s) from BrowserSession s join Person p"
          + " on p.subject = cast(s.subject as String) where s.idHash = :id"
          + " and (p.enablement.enabled = false or p.enablement.endedAt >= s.createdAt)";

  private static final String OPEN =
      "select s from BrowserSession s where s.subject = :subject and s.endedAt is null"
          + " and s.expiresAt > :now order by s.lastSeenAt desc";

  // Of one person; who has more is shown those that were used last.
  private static final int MOST_SHOWN = 200;

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  @Inject EntityManager em;
  @Inject Cookies cookies;
  @Inject SessionSettings settings;
  @Inject Clock clock;
  @Inject Event<SessionEnded> ended;

  /** The session of the browser that sends this request, if it has one that is alive. */
  public Optional<Session> current(HttpServletRequest request) {
    return row(request).map(BrowserSession::session);
  }

  /**
   * The same, if it speaks for its person: they may sign in, and have the password that they signed
   * in with.
   */
  public Optional<Session> speaking(HttpServletRequest request) {
    return read(request).filter(PersonalSession::speaks).map(PersonalSession::session);
  }

  /** Whether the browser has a session of before its person was disabled, which is void. */
  public boolean wasDisabled(HttpServletRequest request) {
    return cookies
        .read(request, COOKIE)
        .map(secret -> em.createQuery(VOID, Long.class).setParameter("id", Sha256.hex(secret)))
        .filter(query -> query.getSingleResult() > 0)
        .isPresent();
  }

  /**
   * Begins a session under a new secret, whatever the browser sent before. Whoever signs in again
   * keeps the session and all that hangs on it; another person's session ends.
   */
  @Transactional
  public Session start(
      HttpServletRequest request,
      HttpServletResponse response,
      Subject subject,
      SignInFactors factors) {
    var id = takenOver(request, subject).orElseGet(() -> new SessionId(Secrets.token()));
    var session = new Session(id, subject, factors);
    var secret = Secrets.token();
    em.persist(new BrowserSession(Sha256.hex(secret), session, end(), trace(request)));
    cookies.set(response, COOKIE, secret, Optional.empty());
    return session;
  }

  /** Ends a session at once, with all that hangs on it; a second time changes nothing. */
  @Transactional
  public void end(Session session) {
    var now = clock.instant();
    var rows =
        em.createQuery(
                "update BrowserSession s set s.endedAt = :now, s.expiresAt = :now"
                    + " where s.sid = :sid and s.endedAt is null")
            .setParameter("now", now)
            .setParameter("sid", session.id())
            .executeUpdate();
    if (rows == 1) {
      ended.fire(new SessionEnded(session.id()));
    }
  }

  /** Takes the cookie from the browser. */
  public void forget(HttpServletResponse response) {
    cookies.clear(response, COOKIE);
  }

  /** Whether the session of this name is alive. */
  public boolean active(SessionId id) {
    return em.unwrap(org.hibernate.Session.class)
        .bySimpleNaturalId(BrowserSession.class)
        .loadOptional(id)
        .filter(this::isAlive)
        .isPresent();
  }

  /**
   * Ends all sessions of a person, such as after their password has changed.
   *
   * @param but one that goes on; none if all end
   */
  @Transactional
  public void endAll(Subject subject, Optional<SessionId> but) {
    of(subject).stream()
        .map(OpenSession::session)
        .filter(session -> !but.filter(session.id()::equals).isPresent())
        .forEach(this::end);
  }

  /** The sessions of a person that are alive, the one that was used last first. */
  public List<OpenSession> of(Subject subject) {
    return em.createQuery(OPEN, BrowserSession.class)
        .setParameter("subject", subject)
        .setParameter("now", clock.instant())
        .setMaxResults(MOST_SHOWN)
        .getResultStream()
        .filter(this::isAlive)
        .map(BrowserSession::shown)
        .toList();
  }

  @Override
  public String name() {
    return "sessions";
  }

  /** Deletes sessions that are over; what hangs on one that nobody ended, ends with it. */
  @Override
  public int sweep(Instant now, int most) {
    var over =
        em.createQuery(
                "select s.sid from BrowserSession s where s.expiresAt < :now", SessionId.class)
            .setParameter("now", now)
            .setMaxResults(most)
            .getResultList();
    over.forEach(sid -> ended.fire(new SessionEnded(sid)));
    return over.isEmpty() ? 0 : delete(over);
  }

  private int delete(List<SessionId> over) {
    return em.createQuery("delete from BrowserSession s where s.sid in :over")
        .setParameter("over", over)
        .executeUpdate();
  }

  private Optional<BrowserSession> row(HttpServletRequest request) {
    return read(request).map(PersonalSession::row);
  }

  private Optional<PersonalSession> read(HttpServletRequest request) {
    var read =
        cookies
            .read(request, COOKIE)
            .flatMap(secret -> find(Sha256.hex(secret)))
            .filter(session -> isAlive(session.row()));
    read.map(PersonalSession::row)
        .filter(row -> row.wasUnseenFor(SEEN_EVERY, clock.instant()))
        .ifPresent(this::saw);
    return read;
  }

  private Optional<PersonalSession> find(String idHash) {
    return em.createQuery(READ, Object[].class).setParameter("id", idHash).getResultList().stream()
        .findFirst()
        .map(PersonalSession::of);
  }

  /**
   * A session, and what its person says of it.
   *
   * @param changed since when the password is the one it is; none without a person
   */
  private record PersonalSession(BrowserSession row, boolean enabled, @Nullable Instant changed) {
    static PersonalSession of(Object[] columns) {
      return new PersonalSession(
          (BrowserSession) columns[0], Boolean.TRUE.equals(columns[1]), (Instant) columns[2]);
    }

    Session session() {
      return row.session();
    }

    boolean speaks() {
      return enabled && changed != null && session().isSince(changed);
    }
  }

  // Only this column, so that a session that ends meanwhile stays ended.
  private void saw(BrowserSession row) {
    em.createQuery("update BrowserSession s set s.lastSeenAt = :now where s.idHash = :id")
        .setParameter("now", clock.instant())
        .setParameter("id", row.idHash())
        .executeUpdate();
  }

  private boolean isAlive(BrowserSession row) {
    return row.isAlive(clock.instant(), settings.idle());
  }

  private Optional<SessionId> takenOver(HttpServletRequest request, Subject subject) {
    var before = row(request);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    var session = before.get().session();
    if (!session.subject().equals(subject)) {
      end(session);
      return Optional.empty();
    }
    return withdraw(before.get()) ? Optional.of(session.id()) : Optional.empty();
  }

  private boolean withdraw(BrowserSession row) {
    em.detach(row);
    return em.createQuery("delete from BrowserSession s where s.idHash = :id and s.endedAt is null")
            .setParameter("id", row.idHash())
            .executeUpdate()
        == 1;
  }

  private Instant end() {
    return clock.instant().plus(settings.lifetime());
  }

  private BrowserTrace trace(HttpServletRequest request) {
    var userAgent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    return new BrowserTrace(clock.instant(), userAgent, ClientAddress.of(request));
  }
}
