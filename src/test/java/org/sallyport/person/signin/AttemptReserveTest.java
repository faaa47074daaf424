package org.sallyport.person.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.person.signin.FailureCounter.CounterKind;
import org.sallyport.person.signin.SignInFailures.Admission;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** What is kept for networks that have rarely tried, and where it ends. */
@Spec("NIST SP 800-63B-4 §3.2.2")
class AttemptReserveTest {
  // Finer than the store keeps it, and so rounded up there.
  private static final Instant NOW = SignInDesk.NOW.plusNanos(999_999_999);
  private static final Duration DAY = Duration.ofDays(1);

  @StoreTest
  @Security(141)
  void of_tries_from_many_networks_at_once_no_more_are_let_through_than_there_are(Store store) {
    var failures = failures(store);
    lock(store, "alice");
    var turn = new ReserveShares("alice", "", "").ofTurn(0);
    guess(failures, "alice", "198.51.100.1", NOW);
    assertThat(use(store, turn.counter(), turn.most() - 3)).isOne();
    List<Callable<Boolean>> tries =
        IntStream.range(0, 12)
            .mapToObj(i -> (Callable<Boolean>) () -> guess(failures, "alice", "192.0.2." + i, NOW))
            .toList();
    assertThat(Collections.frequency(Race.of(tries), true)).isEqualTo(3);
    assertThat(guess(failures, "alice", "203.0.113.1", NOW)).isFalse();
    assertThat(guess(failures, "alice", "203.0.113.1", NOW.plus(DAY))).isTrue();
  }

  @StoreTest
  @Security(141)
  void of_tries_from_one_network_at_once_no_more_are_let_through_than_there_are(Store store) {
    var failures = failures(store);
    lock(store, "alice");
    var admitted = Race.of(16, () -> guess(failures, "alice", "192.0.2.1", NOW));
    assertThat(admitted).contains(true);
    assertThat(Collections.frequency(admitted, true)).isLessThanOrEqualTo(8);
  }

  @StoreTest
  @Security(141)
  void a_site_of_65536_networks_gets_few_of_them(Store store) {
    var failures = failures(store);
    lock(store, "alice");
    var admitted =
        IntStream.range(0, 40)
            .filter(i -> guess(failures, "alice", "2001:db8:0:" + i + "::1", NOW.plusSeconds(i)))
            .count();
    assertThat(admitted).isEqualTo(20);
    assertThat(guess(failures, "alice", "2001:db8:1::1", NOW)).isTrue();
  }

  @StoreTest
  @Security(141)
  void who_guesses_at_all_accounts_is_not_helped_and_hurts_nobody_elsewhere(Store store) {
    var failures = failures(store);
    counted(store, FailureCounter.of(CounterKind.EVERYWHERE, ""), 4_000);
    var admitted =
        IntStream.range(0, 90)
            .filter(i -> guess(failures, "person " + i, "192.0.2.1", NOW))
            .count();
    assertThat(admitted).isEqualTo(60);
    assertThat(guess(failures, "alice", "198.51.100.1", NOW)).isTrue();
  }

  @StoreTest
  void while_nobody_has_to_wait_nothing_of_it_is_used_up(Store store) {
    var failures = failures(store);
    assertThat(guess(failures, "alice", "192.0.2.1", NOW)).isTrue();
    assertThat(store.count("sign_in_failures", "1 = 1")).isEqualTo(4);
  }

  @StoreTest
  void a_try_that_has_to_wait_stores_nothing(Store store) {
    var failures = failures(store);
    lock(store, "alice");
    counted(store, new ReserveShares("alice", "", "").ofTurn(0).counter(), 2_100);
    var before = store.count("sign_in_failures", "1 = 1");
    assertThat(guess(failures, "alice", "192.0.2.1", NOW)).isFalse();
    assertThat(store.count("sign_in_failures", "1 = 1")).isEqualTo(before);
  }

  @StoreTest
  @Security(141)
  void a_success_gives_its_own_try_back_and_guessers_nothing(Store store) {
    var failures = failures(store);
    lock(store, "alice");
    for (var i = 0; i < 30; i++) {
      var admission = admit(failures, "alice", "198.51.100.1", NOW);
      assertThat(admission.delay()).isEmpty();
      failures.succeeded(admission.counted());
    }
    var account = FailureCounter.of(CounterKind.ACCOUNT, "alice").keyHash();
    assertThat(store.count("sign_in_failures", "key_hash = '" + account + "' and failures = 40"))
        .isOne();
  }

  @StoreTest
  void a_fault_gives_the_try_back(Store store) {
    var failures = failures(store);
    lock(store, "alice");
    var admission = admit(failures, "alice", "192.0.2.1", NOW);
    failures.takeBack(admission.counted(), new IllegalStateException("a fault"));
    assertThat(store.count("sign_in_failures", "failures > 0")).isOne();
  }

  @StoreTest
  @Security(141)
  void what_was_used_up_by_a_clock_that_was_ahead_is_there_again(Store store) {
    var failures = failures(store);
    lock(store, "alice");
    var turn = new ReserveShares("alice", "", "").ofTurn(0);
    guess(failures, "alice", "198.51.100.1", NOW);
    use(store, turn.counter(), turn.most());
    assertThat(guess(failures, "alice", "192.0.2.1", NOW)).isFalse();
    store.sql(
        "update sign_in_failures set expires_at = expires_at + interval '365' day"
            + " where key_hash = '%s'".formatted(turn.counter().keyHash()));
    assertThat(guess(failures, "alice", "192.0.2.2", NOW)).isTrue();
    assertThat(store.count("sign_in_failures", "failures = " + turn.most())).isZero();
  }

  @StoreTest
  void what_is_a_day_old_is_swept(Store store) {
    var failures = failures(store);
    lock(store, "alice");
    guess(failures, "alice", "192.0.2.1", NOW);
    store.run(() -> failures.sweep(NOW.plus(DAY).plusSeconds(1), 100));
    assertThat(store.count("sign_in_failures", "1 = 1")).isZero();
  }

  private static SignInFailures failures(Store store) {
    return SignInDesk.at(store).signIns().failures;
  }

  private static Admission admit(
      SignInFailures failures, String account, String address, Instant now) {
    return failures.admit(CountedAttempt.from(address, account), now);
  }

  private static boolean guess(
      SignInFailures failures, String account, String address, Instant now) {
    var admission = admit(failures, account, address, now);
    failures.failed(admission.counted(), now);
    return admission.delay().isEmpty();
  }

  // As after guesses from everywhere.
  private static void lock(Store store, String account) {
    counted(store, FailureCounter.of(CounterKind.ACCOUNT, account), 40);
  }

  private static void counted(Store store, FailureCounter counter, int failures) {
    var now = "timestamp with time zone '" + NOW + "'";
    store.sql(
        "insert into sign_in_failures (key_hash, failures, last_at, expires_at) values ('%s', %d,"
                .formatted(counter.keyHash(), failures)
            + " %1$s, %1$s + interval '1' day)".formatted(now));
  }

  private static int use(Store store, FailureCounter counter, int failures) {
    return store.sql(
        "update sign_in_failures set failures = %d where key_hash = '%s'"
            .formatted(failures, counter.keyHash()));
  }
}
