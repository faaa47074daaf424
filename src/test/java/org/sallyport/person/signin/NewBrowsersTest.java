package org.sallyport.person.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.sallyport.person.signin.NewBrowsers.BrowserSignIn;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.sweep.TestUsedOnce;
import org.sallyport.protocol.Subject;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class NewBrowsersTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @StoreTest
  void a_browser_is_new_once_in_a_day_and_network_and_known_to_have_been(Store store) {
    assertThat(isFirst(store, signIn("alice", "Firefox", NOW))).isTrue();
    assertThat(isFirst(store, signIn("alice", "Firefox", NOW.plusSeconds(60)))).isFalse();
    assertThat(isFirst(store, signIn("alice", "Firefox", NOW.plus(Duration.ofDays(1))))).isTrue();
    assertThat(wasNew(store, signIn("alice", "Firefox", NOW.plusSeconds(90)))).isTrue();
    assertThat(wasNew(store, signIn("alice", "Chrome", NOW))).isFalse();
    assertThat(wasNew(store, signIn("bob", "Firefox", NOW))).isFalse();
  }

  @StoreTest
  void it_is_news_for_a_week(Store store) {
    var signIn = signIn("alice", "Firefox", NOW);
    assertThat(isFirst(store, signIn)).isTrue();
    sweep(store, NOW.plus(NewBrowsers.REMEMBERED).minusSeconds(1));
    assertThat(wasNew(store, signIn)).isTrue();
    sweep(store, NOW.plus(NewBrowsers.REMEMBERED).plusSeconds(1));
    assertThat(wasNew(store, signIn)).isFalse();
  }

  private static BrowserSignIn signIn(String subject, String browser, Instant at) {
    return new BrowserSignIn(new Subject(subject), browser, "192.0.2.7", at);
  }

  private static boolean isFirst(Store store, BrowserSignIn signIn) {
    return store.inTransaction(() -> browsers(store).isFirstOfDay(signIn));
  }

  private static boolean wasNew(Store store, BrowserSignIn signIn) {
    return store.inTransaction(() -> browsers(store).wasNew(signIn));
  }

  private static void sweep(Store store, Instant now) {
    store.inTransaction(() -> TestUsedOnce.in(store).sweep(now, 100));
  }

  private static NewBrowsers browsers(Store store) {
    var browsers = new NewBrowsers();
    browsers.usedOnce = TestUsedOnce.in(store);
    return browsers;
  }
}
