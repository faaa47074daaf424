package org.sallyport.person.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.person.signin.FailureCounter.CounterKind;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

@Spec("NIST SP 800-63B-4 §3.2.2")
class SignInFailuresTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final FailureCounter ACCOUNT =
      FailureCounter.of(CounterKind.ACCOUNT_AT_ADDRESS, "alice 192.0.2.1");
  private static final FailureCounter ADDRESS = FailureCounter.of(CounterKind.ADDRESS, "192.0.2.1");
  private static final List<FailureCounter> BOTH = List.of(ACCOUNT, ADDRESS);
  private static final List<Duration> SKEWS =
      List.of(Duration.ofMillis(900), Duration.ofMinutes(2), Duration.ofDays(100)).stream()
          .flatMap(skew -> Stream.of(skew, skew.negated()))
          .toList();

  @StoreTest
  void after_the_free_failures_the_next_try_waits(Store store) {
    var failures = failures(store);
    fail(failures, 5, NOW);
    assertThat(admit(failures, BOTH, NOW)).isEmpty();
    failures.failed(BOTH, NOW);
    assertThat(admit(failures, BOTH, NOW)).contains(Duration.ofSeconds(5));
    assertThat(failures.delay(tried(BOTH), NOW.plusSeconds(2))).contains(Duration.ofSeconds(3));
    assertThat(admit(failures, BOTH, NOW.plusSeconds(5))).isEmpty();
  }

  @StoreTest
  void a_try_that_waits_is_not_counted(Store store) {
    var failures = failures(store);
    fail(failures, 6, NOW);
    for (var i = 0; i < 10; i++) {
      assertThat(admit(failures, BOTH, NOW)).contains(Duration.ofSeconds(5));
    }
    assertThat(counted(store, ACCOUNT)).isEqualTo(6);
  }

  @StoreTest
  void a_success_clears_the_account_but_only_itself_from_the_address(Store store) {
    var failures = failures(store);
    fail(failures, 3, NOW);
    assertThat(admit(failures, BOTH, NOW)).isEmpty();
    failures.succeeded(BOTH);
    assertThat(counted(store, ACCOUNT)).isZero();
    assertThat(counted(store, ADDRESS)).isEqualTo(3);
  }

  @StoreTest
  @Security(141)
  void a_success_does_not_lift_the_wait_of_the_address(Store store) {
    var failures = failures(store);
    var mine = List.of(FailureCounter.of(CounterKind.ACCOUNT, "mallory"), ADDRESS);
    fail(failures, 101, List.of(ADDRESS), NOW);
    assertThat(admit(failures, mine, NOW.plusSeconds(2))).isEmpty();
    failures.succeeded(mine);
    admit(failures, List.of(ADDRESS), NOW.plusSeconds(2));
    failures.failed(List.of(ADDRESS), NOW.plusSeconds(2));
    assertThat(admit(failures, mine, NOW.plusSeconds(3))).isPresent();
  }

  @StoreTest
  void a_try_taken_back_was_never_made(Store store) {
    var failures = failures(store);
    fail(failures, 2, NOW);
    admit(failures, BOTH, NOW);
    failures.takeBack(BOTH, new IllegalStateException("a fault"));
    assertThat(counted(store, ACCOUNT)).isEqualTo(2);
    assertThat(counted(store, ADDRESS)).isEqualTo(2);
  }

  @StoreTest
  void a_try_that_the_database_was_away_for_is_taken_back_before_the_next(Store store) {
    var failures = failures(store);
    admit(failures, BOTH, NOW);
    failures.takeBack(BOTH, new SQLTransientConnectionException("away"));
    assertThat(counted(store, ACCOUNT)).isEqualTo(1);
    admit(failures, BOTH, NOW);
    assertThat(counted(store, ACCOUNT)).isEqualTo(1);
    assertThat(counted(store, ADDRESS)).isEqualTo(1);
  }

  @StoreTest
  @Security(141)
  void tries_made_at_once_all_count(Store store) {
    var failures = failures(store);
    // Few enough that none of them has to wait for the others.
    var twenty = List.of(FailureCounter.of(CounterKind.ACCOUNT, "alice"), ADDRESS);
    Race.of(20, () -> admit(failures, twenty, NOW));
    assertThat(twenty).allSatisfy(counter -> assertThat(counted(store, counter)).isEqualTo(20));
  }

  @StoreTest
  @Security(141)
  void of_tries_made_at_once_each_waits_or_counts(Store store) {
    var failures = failures(store);
    var delays = Race.of(20, () -> admit(failures, BOTH, NOW));
    var admitted = (int) delays.stream().filter(Optional::isEmpty).count();
    assertThat(admitted).isGreaterThan(5);
    assertThat(BOTH).allSatisfy(counter -> assertThat(counted(store, counter)).isEqualTo(admitted));
  }

  @StoreTest
  @Security(141)
  void of_tries_made_at_once_from_everywhere_an_account_bears_no_more_than_one_by_one(Store store) {
    var failures = failures(store);
    var account = List.of(FailureCounter.of(CounterKind.ACCOUNT, "alice"));
    var free = Race.of(30, () -> admit(failures, account, NOW).isEmpty());
    assertThat(Collections.frequency(free, true)).isEqualTo(21);
    failures.failed(account, NOW);
    var later = NOW.plusSeconds(3_600);
    var next = Race.of(12, () -> admit(failures, account, later).isEmpty());
    assertThat(Collections.frequency(next, true)).isEqualTo(1);
    assertThat(admit(failures, account, later.plusSeconds(1))).isPresent();
  }

  @StoreTest
  void a_day_after_the_last_failure_of_an_account_all_are_forgotten(Store store) {
    var failures = failures(store);
    fail(failures, 40, NOW);
    var tomorrow = NOW.plus(Duration.ofDays(1));
    assertThat(admit(failures, BOTH, tomorrow)).isEmpty();
    assertThat(counted(store, ACCOUNT)).isEqualTo(1);
  }

  @StoreTest
  void half_an_hour_after_the_first_failure_of_an_address_all_are_forgotten(Store store) {
    var failures = failures(store);
    fail(failures, 1, NOW);
    fail(failures, 1, NOW.plus(Duration.ofMinutes(29)));
    assertThat(counted(store, ADDRESS)).isEqualTo(2);
    fail(failures, 1, NOW.plus(Duration.ofMinutes(30)));
    assertThat(counted(store, ADDRESS)).isEqualTo(1);
  }

  @StoreTest
  void the_first_failure_counts_at_a_time_that_is_stored_rounded_too(Store store) {
    var failures = failures(store);
    var finer = NOW.plusNanos(999_999_999);
    fail(failures, 1, finer);
    fail(failures, 1, finer.plusSeconds(1));
    assertThat(BOTH).allSatisfy(counter -> assertThat(counted(store, counter)).isEqualTo(2));
  }

  @StoreTest
  void nodes_whose_clocks_are_apart_refuse_no_try_below_the_limit(Store store) {
    var failures = failures(store);
    for (var ahead : SKEWS) {
      store.empty();
      admit(failures, BOTH, NOW.plus(ahead));
      failures.failed(BOTH, NOW.plus(ahead));
      assertThat(admit(failures, BOTH, NOW)).as("%s ahead", ahead).isEmpty();
      failures.succeeded(BOTH);
      assertThat(admit(failures, BOTH, NOW)).as("%s ahead", ahead).isEmpty();
    }
  }

  @StoreTest
  void a_clock_that_was_ahead_costs_the_longest_wait_once(Store store) {
    var failures = failures(store);
    for (var ahead : SKEWS) {
      store.empty();
      fail(failures, 106, NOW.plus(ahead));
      for (var counter : BOTH) {
        var alone = List.of(counter);
        var delay = admit(failures, alone, NOW);
        assertThat(delay.orElse(Duration.ZERO)).isLessThanOrEqualTo(counter.kind().longest());
        var later = NOW.plus(delay.orElse(Duration.ZERO));
        assertThat(admit(failures, alone, later)).as("%s ahead", ahead).isEmpty();
      }
    }
  }

  @StoreTest
  void what_a_clock_that_was_ahead_has_counted_is_forgotten_in_time(Store store) {
    var failures = failures(store);
    for (var ahead : SKEWS) {
      store.empty();
      fail(failures, 5, NOW.plus(ahead));
      admit(failures, BOTH, NOW);
      admit(failures, BOTH, NOW.plus(Duration.ofDays(2)));
      assertThat(BOTH).as("%s ahead", ahead).allSatisfy(c -> assertThat(counted(store, c)).isOne());
    }
  }

  @StoreTest
  void what_is_forgotten_is_swept(Store store) {
    var failures = failures(store);
    fail(failures, 1, NOW);
    assertThat(sweep(store, failures, NOW.plus(Duration.ofMinutes(31)))).isEqualTo(1);
    assertThat(sweep(store, failures, NOW.plus(Duration.ofHours(25)))).isEqualTo(1);
    assertThat(store.count("sign_in_failures", "1 = 1")).isZero();
  }

  private static void fail(SignInFailures failures, int times, Instant now) {
    fail(failures, times, BOTH, now);
  }

  // Far enough apart that none has to wait.
  private static void fail(
      SignInFailures failures, int times, List<FailureCounter> counters, Instant last) {
    for (var i = times - 1; i >= 0; i--) {
      var at = last.minusSeconds(i);
      admit(failures, counters, at);
      failures.failed(counters, at);
    }
  }

  private static Optional<Duration> admit(
      SignInFailures failures, List<FailureCounter> counters, Instant now) {
    return failures.admit(tried(counters), now).delay();
  }

  private static CountedAttempt tried(List<FailureCounter> counters) {
    return new CountedAttempt(counters, Optional.empty());
  }

  private static int sweep(Store store, SignInFailures failures, Instant now) {
    return store.inTransaction(() -> failures.sweep(now, 100));
  }

  private static int counted(Store store, FailureCounter counter) {
    var query = "select f.failures from SignInFailure f where f.keyHash = :key";
    return store.inTransaction(
        () ->
            store
                .em()
                .createQuery(query, Integer.class)
                .setParameter("key", counter.keyHash())
                .getSingleResult());
  }

  private static SignInFailures failures(Store store) {
    return SignInDesk.at(store).signIns().failures;
  }
}
