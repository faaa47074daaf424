package org.sallyport.person.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.person.signin.SignInDesk.ALICE;
import static org.sallyport.person.signin.SignInDesk.RIGHT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.person.DisabledReason;
import org.sallyport.person.credential.TooBusy;
import org.sallyport.person.signin.KnownDevices.Owner;
import org.sallyport.person.signin.SignInVerdict.Accepted;
import org.sallyport.person.signin.SignInVerdict.Refused;
import org.sallyport.person.signin.SignInVerdict.Throttled;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Subject;

@Spec({"NIST SP 800-63B-4 §3.2.2", "OWASP ASVS 5.0 §6.3.1"})
class SignInsTest {

  @StoreTest
  void the_right_password_is_accepted_in_any_spelling_of_the_name(Store store) {
    var desk = desk(store);
    assertThat(desk.tries(" ALICE ", RIGHT)).isInstanceOf(Accepted.class);
  }

  @StoreTest
  void nobody_and_a_wrong_password_are_refused_alike(Store store) {
    var desk = desk(store);
    assertThat(desk.tries("alice", "wrong"))
        .isEqualTo(new Refused(Optional.of(ALICE), Optional.empty()));
    assertThat(desk.tries("nobody", "wrong"))
        .isEqualTo(new Refused(Optional.empty(), Optional.empty()));
  }

  @StoreTest
  void a_disabled_account_is_refused_as_such_whatever_the_password(Store store) {
    var bob = Subject.ofPerson("bob-1");
    var desk = desk(store).with(bob, "bob", false);
    for (var password : List.of(RIGHT, "wrong")) {
      assertThat(desk.tries("bob", password))
          .isEqualTo(new Refused(Optional.of(bob), Optional.of(DisabledReason.LEFT)));
    }
  }

  @StoreTest
  @Security(141)
  void after_many_failures_even_the_right_password_waits_and_then_gets_in(Store store) {
    var desk = desk(store);
    fail(desk, "alice", 6);
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Throttled.class);
    assertThat(desk.later(5).tries("alice", RIGHT)).isInstanceOf(Accepted.class);
  }

  @StoreTest
  @Security(141)
  void all_spellings_of_a_name_share_one_count(Store store) {
    var desk = desk(store);
    for (var name : new String[] {"alice", "ALICE", " alice", "ａlice", "al\u200Bice", "Alice "}) {
      assertThat(desk.tries(name, "wrong")).isInstanceOf(Refused.class);
    }
    assertThat(desk.tries("alice", "wrong")).isInstanceOf(Throttled.class);
  }

  @StoreTest
  @Security(141)
  void a_name_that_nobody_has_waits_alike(Store store) {
    var desk = desk(store);
    fail(desk, "nobody", 6);
    fail(desk, "alice", 6);
    assertThat(delay(desk, "nobody")).isEqualTo(delay(desk, "alice")).isPositive();
  }

  @StoreTest
  @Security(141)
  void guesses_from_many_addresses_count_for_the_account(Store store) {
    var desk = desk(store);
    IntStream.range(0, 21).forEach(i -> guess(desk, "192.0.2." + i));
    // What is kept for one site, all of it used up by networks of its own.
    IntStream.range(0, 20).forEach(i -> guess(desk, "2001:db8:0:" + i + "::1"));
    assertThat(tryFrom(desk, "2001:db8:0:20::1")).isInstanceOf(Throttled.class);
  }

  @StoreTest
  @Security(141)
  void the_owner_gets_in_from_a_network_of_their_own_whatever_others_try(Store store) {
    var desk = desk(store);
    IntStream.range(0, 60).forEach(i -> guess(desk, "192.0.2." + i));
    IntStream.range(0, 60).forEach(i -> guess(desk, "192.0.2." + i));
    assertThat(tryFrom(desk, "198.51.100.1")).isInstanceOf(Accepted.class);
    // Others go on, and so does the owner, with another browser.
    assertThat(tryFrom(desk, "198.51.100.1")).isInstanceOf(Accepted.class);
  }

  @StoreTest
  @Security(141)
  void an_owner_who_errs_meanwhile_waits_no_longer_than_their_own_network_has_to(Store store) {
    var desk = desk(store);
    IntStream.range(0, 60).forEach(i -> guess(desk, "192.0.2." + i));
    IntStream.range(0, 6).forEach(i -> guess(desk, "198.51.100.1"));
    var throttled = (Throttled) tryFrom(desk, "198.51.100.1");
    assertThat(throttled.delay()).isEqualTo(Duration.ofSeconds(5));
    desk.later(5);
    IntStream.range(0, 60).forEach(i -> guess(desk, "192.0.2." + i));
    assertThat(tryFrom(desk, "198.51.100.1")).isInstanceOf(Accepted.class);
  }

  @StoreTest
  void a_password_that_only_a_newer_version_can_check_is_a_fault_for_its_owner_alone(Store store) {
    var desk = desk(store).with(new Subject("bob"), "bob", true);
    store.sql("update person set password_hash = '$newer$' where username = 'bob'");
    assertThatThrownBy(() -> desk.tries("bob", RIGHT)).isInstanceOf(IllegalArgumentException.class);
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Accepted.class);
  }

  @StoreTest
  @Security(141)
  void guesses_at_many_names_count_for_the_address(Store store) {
    var desk = desk(store);
    IntStream.rangeClosed(0, 100).forEach(i -> desk.tries("person" + i, "x"));
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Throttled.class);
    assertThat(desk.tries("alice", RIGHT, "198.51.100.1", Optional.empty()))
        .isInstanceOf(Accepted.class);
  }

  @StoreTest
  @Security(141)
  void the_owner_gets_in_from_a_known_device_whatever_others_try(Store store) {
    var desk = desk(store);
    var device =
        Optional.of(
            desk.signIns().devices.remember(Optional.empty(), new Owner(ALICE, Optional.empty())));
    fail(desk, "alice", 30);
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Throttled.class);
    assertThat(desk.tries("alice", RIGHT, "192.0.2.1", device)).isInstanceOf(Accepted.class);
  }

  @StoreTest
  @Security(141)
  void a_known_device_is_no_leave_to_guess(Store store) {
    var desk = desk(store);
    var device =
        Optional.of(
            desk.signIns().devices.remember(Optional.empty(), new Owner(ALICE, Optional.empty())));
    IntStream.range(0, 11).forEach(i -> desk.tries("alice", "x", "192.0.2.1", device));
    assertThat(desk.tries("alice", RIGHT, "192.0.2.1", device)).isInstanceOf(Throttled.class);
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Accepted.class);
  }

  @StoreTest
  @Security(141)
  void of_many_guesses_made_at_once_no_more_are_tried_than_one_by_one(Store store) {
    var desk = desk(store, Map.of("sign-in.concurrency", "1", "sign-in.queue-wait", "PT10S"));
    var verdicts = Race.of(20, () -> desk.tries("alice", "wrong"));
    assertThat(verdicts).filteredOn(Refused.class::isInstance).hasSize(6);
    assertThat(verdicts).filteredOn(Throttled.class::isInstance).hasSize(14);
  }

  @StoreTest
  void who_finds_no_place_to_be_checked_is_told_so_and_nothing_is_counted(Store store) {
    var desk = desk(store, Map.of("sign-in.concurrency", "1", "sign-in.queue-wait", "PT0S"));
    var leaves = new CountDownLatch(1);
    var entered = new CountDownLatch(1);
    var occupant = new Thread(() -> desk.signIns().hashing.inTurn(() -> stay(entered, leaves)));
    occupant.start();
    await(entered);
    assertThatThrownBy(() -> desk.tries("alice", "wrong")).isInstanceOf(TooBusy.class);
    leaves.countDown();
    assertThat(store.count("sign_in_failures", "1 = 1")).isZero();
  }

  @StoreTest
  void a_fault_while_checking_is_no_failure(Store store) {
    var desk = desk(store);
    store.sql("update person set password_hash = 'broken'");
    for (var i = 0; i < 10; i++) {
      assertThatThrownBy(() -> desk.tries("alice", RIGHT))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(store.count("sign_in_failures", "failures > 0")).isZero();
  }

  @StoreTest
  void a_password_is_hashed_anew_when_the_costs_have_changed(Store store) {
    var desk = desk(store);
    desk.tries("alice", "wrong");
    assertThat(store.count("person", "password_hash like '%m=7168,%'")).isZero();
    desk.tries("alice", RIGHT);
    assertThat(store.count("person", "password_hash like '%m=7168,%'")).isEqualTo(1);
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Accepted.class);
  }

  @StoreTest
  void a_password_set_while_the_clock_was_ahead_shuts_nobody_out(Store store) {
    var desk = desk(store);
    store.sql("update person set credentials_changed_at = timestamp '2026-04-11 12:00:00+00'");
    assertThat(desk.tries("alice", "wrong")).isInstanceOf(Refused.class);
    assertThat(store.count("person", "credentials_changed_at > '2026-01-02'")).isOne();
    assertThat(desk.tries("alice", RIGHT)).isInstanceOf(Accepted.class);
    assertThat(store.count("person", "credentials_changed_at > '2026-01-02'")).isZero();
  }

  private static SignInDesk desk(Store store) {
    return desk(store, Map.of());
  }

  private static SignInDesk desk(Store store, Map<String, String> settings) {
    return SignInDesk.at(store, settings).with(ALICE, "Alice", true);
  }

  private static void fail(SignInDesk desk, String username, int times) {
    IntStream.range(0, times).forEach(i -> desk.tries(username, "wrong " + i));
  }

  private static void guess(SignInDesk desk, String address) {
    desk.tries("alice", "wrong", address, Optional.empty());
  }

  private static SignInVerdict tryFrom(SignInDesk desk, String address) {
    return desk.tries("alice", RIGHT, address, Optional.empty());
  }

  private static Duration delay(SignInDesk desk, String username) {
    return ((Throttled) desk.tries(username, "wrong")).delay();
  }

  private static boolean stay(CountDownLatch entered, CountDownLatch leaves) {
    entered.countDown();
    await(leaves);
    return true;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
