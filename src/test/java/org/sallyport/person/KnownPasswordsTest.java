package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.sallyport.keys.TestKeys;
import org.sallyport.person.credential.Argon2Cost;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** A password in the clear is hashed when it changes, and checked when nothing else tells that. */
class KnownPasswordsTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = FIRST.plus(Duration.ofDays(1));
  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  private static final MasterKey MASTER = TestKeys.master();
  private static final Password HORSE = new Password("correct horse");
  private static final Password STAPLE = new Password("battery staple");

  @StoreTest
  void a_password_that_was_hashed_is_known_at_the_next_start(Store store) {
    apply(store, FIRST, MASTER, HORSE);
    assertThat(knows(store, MASTER, HORSE)).isTrue();
    assertThat(knows(store, MASTER, STAPLE)).isFalse();
    assertThat(store.count("person", "password_mac like '%correct%'")).isZero();
  }

  @StoreTest
  void one_that_is_known_is_not_hashed(Store store) {
    apply(store, FIRST, MASTER, HORSE);
    // A hash of another password, which hashing would find out.
    var other = PasswordHash.of(STAPLE, CHEAP);
    store.run(
        () -> {
          alice(store).assignPassword(other, FIRST);
          StoredPeople.passwords(MASTER).keep(HORSE, alice(store));
        });
    apply(store, LATER, MASTER, HORSE);
    assertThat(phc(store)).isEqualTo(other.text());
  }

  @StoreTest
  void one_that_was_kept_before_there_were_codes_is_checked_once_and_then_known(Store store) {
    apply(store, FIRST, MASTER, HORSE);
    var before = phc(store);
    store.sql("update person set password_mac = null");
    apply(store, LATER, MASTER, HORSE);
    assertStays(store, before);
    assertThat(knows(store, MASTER, HORSE)).isTrue();
  }

  @StoreTest
  void with_another_master_key_it_is_checked_once_and_then_known(Store store) {
    apply(store, FIRST, MASTER, HORSE);
    var before = phc(store);
    var changed = TestKeys.master();
    assertThat(knows(store, changed, HORSE)).isFalse();
    apply(store, LATER, changed, HORSE);
    assertStays(store, before);
    assertThat(knows(store, changed, HORSE)).isTrue();
  }

  @StoreTest
  void a_changed_password_is_taken_over_and_known(Store store) {
    apply(store, FIRST, MASTER, HORSE);
    apply(store, LATER, MASTER, STAPLE);
    assertThat(password(store).matches(STAPLE)).isTrue();
    assertThat(changedAt(store)).isEqualTo(LATER);
    assertThat(knows(store, MASTER, STAPLE)).isTrue();
    assertThat(knows(store, MASTER, HORSE)).isFalse();
  }

  @StoreTest
  void a_hash_that_another_node_of_an_older_version_changed_is_not_taken_for_the_known_one(
      Store store) {
    apply(store, FIRST, MASTER, HORSE);
    // As such a node does after its file was changed: it knows nothing of the code.
    store.sql("update person set password_hash = '" + PasswordHash.of(STAPLE, CHEAP).text() + "'");
    assertThat(knows(store, MASTER, HORSE)).isFalse();
    assertThat(knows(store, MASTER, STAPLE)).isFalse();
    apply(store, LATER, MASTER, HORSE);
    assertThat(password(store).matches(HORSE)).isTrue();
    assertThat(changedAt(store)).isEqualTo(LATER);
  }

  @StoreTest
  void a_hash_that_was_renewed_at_sign_in_stays_and_is_known_again(Store store) {
    apply(store, FIRST, MASTER, HORSE);
    var renewed = PasswordHash.of(HORSE, CHEAP);
    store.run(() -> StoredPeople.of(store).rehash(alice(store), renewed));
    apply(store, LATER, MASTER, HORSE);
    assertStays(store, renewed.text());
    assertThat(knows(store, MASTER, HORSE)).isTrue();
  }

  @StoreTest
  void a_password_of_their_own_choice_stays_though_the_one_of_the_file_was_known(Store store) {
    apply(store, FIRST, MASTER, HORSE);
    var own = PasswordHash.of(STAPLE, CHEAP);
    store.run(() -> alice(store).choosePassword(own, FIRST));
    apply(store, LATER, MASTER, HORSE);
    assertStays(store, own.text());
  }

  @StoreTest
  void the_code_and_the_hash_of_one_person_say_nothing_of_another(Store store) {
    StoredPeople.apply(
        store,
        Clock.fixed(FIRST, ZoneOffset.UTC),
        MASTER,
        """
        [{"username": "alice", "password": "correct horse"},
         {"username": "bob", "password": "battery staple"}]
        """);
    store.sql(
        "update person set password_hash = (select p.password_hash from person p where p.username ="
            + " 'bob'), password_mac = (select p.password_mac from person p where p.username ="
            + " 'bob') where username = 'alice'");
    assertThat(knows(store, MASTER, STAPLE)).isFalse();
  }

  @StoreTest
  void beside_a_hash_of_the_file_there_is_no_code(Store store) {
    apply(store, FIRST, MASTER, HORSE);
    var before = phc(store);
    var hashed = "[{\"username\": \"alice\", \"password_hash\": \"%s\"}]".formatted(before);
    StoredPeople.apply(store, Clock.fixed(LATER, ZoneOffset.UTC), MASTER, hashed);
    assertStays(store, before);
    assertThat(store.count("person", "password_mac is not null")).isZero();
  }

  private static void assertStays(Store store, String phc) {
    assertThat(phc(store)).isEqualTo(phc);
    assertThat(changedAt(store)).isEqualTo(FIRST);
  }

  private static void apply(Store store, Instant now, MasterKey master, Password password) {
    var section = "[{\"username\": \"alice\", \"password\": \"%s\"}]".formatted(password.typed());
    StoredPeople.apply(store, Clock.fixed(now, ZoneOffset.UTC), master, section);
  }

  private static boolean knows(Store store, MasterKey master, Password password) {
    return store.inTransaction(() -> StoredPeople.passwords(master).isOf(password, alice(store)));
  }

  private static Person alice(Store store) {
    return StoredPeople.of(store).byUsername("alice").orElseThrow();
  }

  private static PasswordHash password(Store store) {
    return store.inTransaction(() -> alice(store).password().orElseThrow());
  }

  private static String phc(Store store) {
    return password(store).text();
  }

  private static Instant changedAt(Store store) {
    return store.inTransaction(() -> alice(store).credentialsChangedAt());
  }
}
