package org.sallyport.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.page.TestCookies;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.ProvenFactor;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.SignInFactors;
import org.sallyport.protocol.Subject;

class SessionsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Subject ALICE = new Subject("alice");
  private static final Subject BOB = new Subject("bob");

  private final List<SessionId> ended = new ArrayList<>();
  private final TestBrowser browser = new TestBrowser();

  @StoreTest
  void a_browser_is_known_by_its_cookie_as_it_signed_in(Store store) {
    var session = start(store, NOW, ALICE);
    assertThat(current(store, NOW, browser)).contains(session);
    assertThat(session.authentication()).isEqualTo(factors(NOW).authentication());
    assertThat(current(store, NOW, new TestBrowser())).isEmpty();
  }

  @StoreTest
  void what_proved_the_person_is_kept_with_its_times(Store store) {
    var code = new ProvenFactor(List.of("otp"), NOW.plusSeconds(5));
    var factors = SignInFactors.of(ProvenFactor.password(NOW), code);
    store.inTransaction(
        () -> sessions(store, NOW).start(browser.request(), browser.response(), ALICE, factors));
    assertThat(current(store, NOW, browser).orElseThrow().factors()).isEqualTo(factors);
    // What a node of an earlier version reads.
    assertThat(store.count("browser_session", "amr = 'pwd otp' and acr like 'urn:%'")).isOne();
  }

  @StoreTest
  void a_person_is_told_of_their_own_sessions_that_are_alive_the_latest_first(Store store) {
    start(store, NOW, ALICE);
    var other = new TestBrowser();
    var later = NOW.plusSeconds(60);
    var second = start(store, later, ALICE, other);
    start(store, NOW, BOB, new TestBrowser());
    assertThat(open(store, later)).hasSize(2).first().isEqualTo(second);
    store.run(() -> sessions(store, later).end(second));
    assertThat(open(store, later)).hasSize(1).doesNotContain(second);
    assertThat(open(store, NOW.plus(Duration.ofDays(1)))).isEmpty();
  }

  private List<Session> open(Store store, Instant now) {
    return store.inTransaction(
        () -> sessions(store, now).of(ALICE).stream().map(OpenSession::session).toList());
  }

  @StoreTest
  void a_session_that_an_earlier_version_began_goes_on(Store store) {
    var session = start(store, NOW, ALICE);
    assertThat(store.sql("update browser_session set factors = null")).isOne();
    assertThat(current(store, NOW, browser)).contains(session);
  }

  @StoreTest
  void a_session_whose_factors_a_later_version_wrote_otherwise_goes_on(Store store) {
    var session = start(store, NOW, ALICE);
    assertThat(store.sql("update browser_session set factors = '{\"pwd\": 1}'")).isOne();
    assertThat(current(store, NOW, browser)).contains(session);
  }

  @StoreTest
  void the_database_does_not_know_the_secret(Store store) {
    start(store, NOW, ALICE);
    assertThat(store.count("browser_session", "id_hash = '" + browser.secret() + "'")).isZero();
    assertThat(store.count("browser_session", "sid = '" + browser.secret() + "'")).isZero();
  }

  @StoreTest
  @Security(139)
  @Spec("OWASP ASVS 5.0 §7.2.4")
  void every_sign_in_makes_a_new_secret_and_the_old_one_is_void(Store store) {
    start(store, NOW, ALICE);
    var before = new TestBrowser().plant(browser);
    start(store, NOW.plusSeconds(60), ALICE);
    assertThat(browser.secret()).isNotEqualTo(before.secret());
    assertThat(current(store, NOW, before)).isEmpty();
  }

  @StoreTest
  void who_signs_in_again_keeps_the_session_and_what_hangs_on_it(Store store) {
    var first = start(store, NOW, ALICE);
    var again = start(store, NOW.plusSeconds(60), ALICE);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.authentication().time()).isEqualTo(NOW.plusSeconds(60));
    assertThat(ended).isEmpty();
  }

  @StoreTest
  @Security({137, 139})
  void the_session_of_another_person_ends_when_somebody_signs_in(Store store) {
    var bobs = start(store, NOW, BOB);
    var alices = start(store, NOW, ALICE);
    assertThat(alices.id()).isNotEqualTo(bobs.id());
    assertThat(ended).containsExactly(bobs.id());
    assertThat(active(store, NOW, bobs)).isFalse();
    assertThat(active(store, NOW, alices)).isTrue();
  }

  @StoreTest
  @Security(137)
  void an_ended_session_is_over_at_once_and_ends_once(Store store) {
    var session = start(store, NOW, ALICE);
    end(store, NOW, session);
    end(store, NOW, session);
    assertThat(current(store, NOW, browser)).isEmpty();
    assertThat(active(store, NOW, session)).isFalse();
    assertThat(ended).containsExactly(session.id());
  }

  @StoreTest
  void a_session_left_alone_is_over_after_two_hours(Store store) {
    var session = start(store, NOW, ALICE);
    assertThat(current(store, NOW.plus(Duration.ofMinutes(119)), browser)).contains(session);
    assertThat(current(store, NOW.plus(Duration.ofMinutes(238)), browser)).contains(session);
    assertThat(current(store, NOW.plus(Duration.ofMinutes(358)), browser)).isEmpty();
  }

  @StoreTest
  void no_session_lasts_longer_than_twelve_hours(Store store) {
    start(store, NOW, ALICE);
    for (var hour = 1; hour < 12; hour++) {
      assertThat(current(store, NOW.plus(Duration.ofHours(hour)), browser)).isPresent();
    }
    assertThat(current(store, NOW.plus(Duration.ofHours(12)), browser)).isEmpty();
  }

  @StoreTest
  void sessions_that_are_over_are_swept_with_what_hangs_on_them(Store store) {
    var alices = start(store, NOW, ALICE);
    assertThat(sweep(store, NOW.plus(Duration.ofHours(11)))).isZero();
    assertThat(sweep(store, NOW.plus(Duration.ofHours(13)))).isEqualTo(1);
    assertThat(ended).containsExactly(alices.id());
    assertThat(store.count("browser_session", "1 = 1")).isZero();
  }

  @StoreTest
  void a_session_that_a_clock_that_was_ahead_has_dated_is_over(Store store) {
    var session = start(store, NOW, ALICE);
    assertThat(current(store, NOW.minusSeconds(10), browser)).contains(session);
    assertThat(current(store, NOW.minus(Duration.ofMinutes(2)), browser)).isEmpty();
    assertThat(active(store, NOW.minus(Duration.ofDays(100)), session)).isFalse();
  }

  @StoreTest
  void a_session_that_was_seen_while_the_clock_was_ahead_is_over_when_left_alone(Store store) {
    start(store, NOW, ALICE);
    store.sql("update browser_session set last_seen_at = timestamp '2026-04-11 12:00:00+00'");
    assertThat(current(store, NOW, browser)).isPresent();
    assertThat(current(store, NOW.plus(Duration.ofHours(2)), browser)).isEmpty();
  }

  private Session start(Store store, Instant now, Subject subject) {
    return start(store, now, subject, browser);
  }

  private Session start(Store store, Instant now, Subject subject, TestBrowser with) {
    var sessions = sessions(store, now);
    return store.inTransaction(
        () -> sessions.start(with.request(), with.response(), subject, factors(now)));
  }

  private Optional<Session> current(Store store, Instant now, TestBrowser of) {
    return store.inTransaction(() -> sessions(store, now).current(of.request()));
  }

  private void end(Store store, Instant now, Session session) {
    store.run(() -> sessions(store, now).end(session));
  }

  private boolean active(Store store, Instant now, Session session) {
    return store.inTransaction(() -> sessions(store, now).active(session.id()));
  }

  @StoreTest
  @Security(89)
  void a_session_from_before_its_person_was_disabled_is_none_and_is_not_taken_over(Store store) {
    StoredPeople.join(store, "alice");
    var before = start(store, NOW, ALICE);
    store.sql("update person set ended_at = timestamp with time zone '2026-01-01 12:00:00+00'");
    assertThat(current(store, NOW, browser)).isEmpty();
    assertThat(wasDisabled(store, browser)).isTrue();
    var after = start(store, NOW.plusSeconds(1), ALICE);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(current(store, NOW.plusSeconds(1), browser)).contains(after);
    assertThat(wasDisabled(store, browser)).isFalse();
    store.sql("update person set enabled = false");
    assertThat(wasDisabled(store, browser)).isTrue();
    assertThat(wasDisabled(store, new TestBrowser())).isFalse();
  }

  private boolean wasDisabled(Store store, TestBrowser of) {
    return store.inTransaction(() -> sessions(store, NOW).wasDisabled(of.request()));
  }

  private int sweep(Store store, Instant now) {
    return store.inTransaction(() -> sessions(store, now).sweep(now, 100));
  }

  private static SignInFactors factors(Instant now) {
    return SignInFactors.of(ProvenFactor.password(now));
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  private Sessions sessions(Store store, Instant now) {
    var sessions = new Sessions();
    sessions.em = store.em();
    sessions.cookies = TestCookies.of(TestSettings.standard());
    sessions.settings = TestSettings.read(new SessionSettings());
    sessions.clock = Clock.fixed(now, ZoneOffset.UTC);
    sessions.ended = events();
    return sessions;
  }

  @SuppressWarnings("unchecked") // a proxy knows no type parameters
  private Event<SessionEnded> events() {
    return (Event<SessionEnded>)
        Proxy.newProxyInstance(
            SessionsTest.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> ended.add(((SessionEnded) arguments[0]).id()));
  }
}
