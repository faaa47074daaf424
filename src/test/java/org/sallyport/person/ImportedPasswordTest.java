package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.person.credential.Argon2Cost;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.person.signin.SignInDesk;
import org.sallyport.person.signin.SignInVerdict.Accepted;
import org.sallyport.person.signin.SignInVerdict.Refused;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** Passwords whose hashes another system made, beside nodes of an earlier version. */
class ImportedPasswordTest {
  private static final Instant FIRST = SignInDesk.NOW.minus(Duration.ofDays(2));
  private static final Instant LATER = FIRST.plus(Duration.ofDays(1));
  private static final String TYPED = "Grüße an Jürgen, 5 € für Döner";
  private static final String BCRYPT =
      "$2b$05$abcdefghijklmnopqrstuunC3tUsefTNRTmusULnqkO7U9DPXFpsu";
  private static final String SSHA = "{SSHA}0mRcw1sQz8oH/F8KO2/HPfZGWTYAAQIDBAUGBw==";
  private static final String OTHER_BCRYPT =
      "$2b$04$abcdefghijklmnopqrstuuwurWIdVVT4m5pTArtqnFNM69nySdHj.";
  private static final String RENEWED =
      "verifier like '$argon2id$v=19$m=7168,%' and verifier ="
          + " (select p.password_hash from person p where p.subject = credential.subject)";

  @StoreTest
  void people_sign_in_with_the_password_they_had_and_get_a_hash_of_our_own(Store store) {
    for (var hash : new String[] {BCRYPT, SSHA}) {
      apply(store, LATER, hash, "");
      var desk = SignInDesk.at(store);
      assertThat(desk.tries("alice", TYPED + "!")).isInstanceOf(Refused.class);
      assertThat(store.count("credential", RENEWED)).isZero();
      assertThat(desk.tries("alice", TYPED)).isInstanceOf(Accepted.class);
      assertThat(store.count("credential", RENEWED)).isOne();
      assertThat(desk.tries("alice", TYPED)).isInstanceOf(Accepted.class);
      assertThat(desk.tries("alice", TYPED + "!")).isInstanceOf(Refused.class);
    }
  }

  @StoreTest
  void to_a_node_of_before_its_owner_has_no_password_and_that_is_refused(Store store) {
    apply(store, FIRST, BCRYPT, "");
    assertThat(store.count("person", "password_hash is null and password_mac is null")).isOne();
    assertThat(store.count("credential", "verifier = '" + BCRYPT + "'")).isOne();
  }

  @StoreTest
  void a_password_that_a_node_of_before_sets_meanwhile_counts(Store store) {
    apply(store, FIRST, BCRYPT, "");
    var fresh = PasswordHash.of(new Password("battery staple"), new Argon2Cost(64, 1, 1));
    store.sql("update person set password_hash = '%s'".formatted(fresh.text()));
    var desk = SignInDesk.at(store);
    assertThat(desk.tries("alice", TYPED)).isInstanceOf(Refused.class);
    assertThat(desk.tries("alice", "battery staple")).isInstanceOf(Accepted.class);
  }

  @StoreTest
  void the_entry_of_a_person_who_has_signed_in_may_change_and_ends_no_session(Store store) {
    apply(store, FIRST, BCRYPT, "");
    assertThat(SignInDesk.at(store).tries("alice", TYPED)).isInstanceOf(Accepted.class);
    apply(store, LATER, BCRYPT, ", \"groups\": [\"staff\"]");
    assertThat(store.count("credential", RENEWED)).isOne();
    assertThat(alice(store).credentialsChangedAt()).isEqualTo(FIRST);
    // Nor after the costs have changed once more.
    store.run(() -> StoredPeople.of(store).rehash(alice(store), ofCost(128)));
    apply(store, LATER, BCRYPT, ", \"groups\": [\"staff\", \"admins\"]");
    assertThat(alice(store).credentialsChangedAt()).isEqualTo(FIRST);
    apply(store, LATER, OTHER_BCRYPT, "");
    assertThat(alice(store).credentialsChangedAt()).isEqualTo(LATER);
    assertThat(SignInDesk.at(store).tries("alice", "y".repeat(72))).isInstanceOf(Accepted.class);
  }

  @StoreTest
  void what_a_node_of_before_set_since_is_not_taken_for_the_password_of_the_hash(Store store) {
    apply(store, FIRST, BCRYPT, "");
    assertThat(SignInDesk.at(store).tries("alice", TYPED)).isInstanceOf(Accepted.class);
    var fresh = ofCost(64).text();
    store.sql("update person set password_hash = '%s'".formatted(fresh));
    store.sql("update credential set verifier = '%s'".formatted(fresh));
    apply(store, LATER, BCRYPT, ", \"groups\": [\"staff\"]");
    assertThat(store.count("credential", "verifier = '" + BCRYPT + "'")).isOne();
  }

  @StoreTest
  void a_crowd_of_one_person_is_let_in_and_renews_the_hash_once(Store store) {
    apply(store, FIRST, BCRYPT, "");
    var desk = SignInDesk.at(store);
    assertThat(Race.of(6, () -> desk.tries("alice", TYPED))).hasOnlyElementsOfType(Accepted.class);
    assertThat(store.count("credential", RENEWED)).isOne();
  }

  @StoreTest
  void a_hash_is_not_renewed_over_a_password_that_was_changed_meanwhile(Store store) {
    apply(store, FIRST, BCRYPT, "");
    var before = alice(store);
    var own = ofCost(64);
    store.run(() -> people(store).byUsername("alice").orElseThrow().choosePassword(own, LATER));
    assertThat(store.inTransaction(() -> people(store).rehash(before, ofCost(128)))).isFalse();
    assertThat(alice(store).password().orElseThrow().text()).isEqualTo(own.text());
  }

  @Test
  @Spec("NIST SP 800-63B-4 §3.1.1.2")
  void what_cannot_be_checked_is_refused_with_its_place_and_without_the_hash() {
    for (var hash :
        new String[] {BCRYPT.replace("05", "16"), "$2x" + BCRYPT.substring(3), "{SHA}AAAA"}) {
      assertThatThrownBy(
              () ->
                  new PeopleSection()
                      .apply(
                          org.sallyport.platform.config.ConfigValue.parse(
                              "people", entry(hash, ""))))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("people[0].password_hash: is no hash that can be checked")
          .hasMessageNotContaining("abcdefgh");
    }
  }

  private static PasswordHash ofCost(int kib) {
    return PasswordHash.of(new Password(TYPED), new Argon2Cost(kib, 1, 1));
  }

  private static void apply(Store store, Instant now, String hash, String more) {
    StoredPeople.apply(store, Clock.fixed(now, ZoneOffset.UTC), entry(hash, more));
  }

  private static String entry(String hash, String more) {
    return "[{\"username\": \"alice\", \"password_hash\": \"%s\"%s}]".formatted(hash, more);
  }

  private static Person alice(Store store) {
    return store.inTransaction(() -> people(store).byUsername("alice")).orElseThrow();
  }

  private static People people(Store store) {
    return StoredPeople.of(store);
  }
}
