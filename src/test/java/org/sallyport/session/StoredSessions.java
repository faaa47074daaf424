package org.sallyport.session;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.Store;

/** The sessions of a test, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class StoredSessions {
  private StoredSessions() {}

  /** The sessions of this store. */
  public static Sessions of(Store store, Clock clock) {
    var sessions = new Sessions();
    sessions.em = store.em();
    sessions.settings = TestSettings.read(new SessionSettings());
    sessions.clock = clock;
    sessions.ended = unheard();
    return sessions;
  }

  @SuppressWarnings("unchecked")
  private static Event<SessionEnded> unheard() {
    return (Event<SessionEnded>)
        Proxy.newProxyInstance(
            StoredSessions.class.getClassLoader(), new Class<?>[] {Event.class}, (p, m, a) -> null);
  }

  /** Begins the session {@code session-1} of this subject, which may last a year. */
  public static void begin(Store store, String subject, Clock clock) {
    var now = "timestamp with time zone '" + clock.instant() + "'";
    store.sql(
        "insert into browser_session (id_hash, sid, subject, authenticated_at, acr, amr,"
            + " created_at, last_seen_at, expires_at, user_agent, address)"
            + " values ('hash', 'session-1', '%1$s', %2$s, 'urn:pwd', 'pwd', %2$s, %2$s,"
                .formatted(subject, now)
            + " timestamp with time zone '2027-01-01 00:00:00+00', '', '')");
  }
}
