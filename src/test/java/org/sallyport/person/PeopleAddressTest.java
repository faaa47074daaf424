package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.person.StoredPeople.NOW;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sallyport.person.state.AddressBefore;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** The mail address of a person: by which links are asked for, and to which they are sent. */
class PeopleAddressTest {
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @StoreTest
  void a_person_is_found_by_name_or_by_address_in_whatever_case(Store store) {
    apply(store, "{\"username\": \"alice\", \"email\": \"Alice@Example.test\"}");
    assertThat(found(store, "ALICE")).contains("alice");
    assertThat(found(store, "alice@example.TEST")).contains("alice");
    assertThat(found(store, "bob@example.test")).isEmpty();
    assertThat(found(store, "no address @ all")).isEmpty();
  }

  @StoreTest
  void a_name_comes_before_an_address_and_an_address_of_two_finds_nobody(Store store) {
    apply(
        store,
        "{\"username\": \"alice\", \"email\": \"one@example.test\"},"
            + " {\"username\": \"one@example.test\"},"
            + " {\"username\": \"bob\", \"email\": \"two@example.test\"},"
            + " {\"username\": \"carol\", \"email\": \"TWO@example.test\"}");
    assertThat(found(store, "one@example.test")).contains("one@example.test");
    assertThat(found(store, "two@example.test")).isEmpty();
  }

  @StoreTest
  void an_address_that_was_verified_stays_so_until_it_is_another(Store store) {
    var entry = "{\"username\": \"alice\", \"email\": \"%s\", \"name\": \"%s\"}";
    apply(store, entry.formatted("a@example.test", "Alice"));
    assertThat(alice(store).email().isVerified()).isFalse();
    store.run(() -> managed(store).email().verified(NOW));
    apply(store, entry.formatted("A@example.test", "Alice Archer"));
    assertThat(alice(store).email().isVerified()).isTrue();
    apply(store, entry.formatted("b@example.test", "Alice Archer"));
    assertThat(alice(store).email().isVerified()).isFalse();
    assertThat(alice(store).email().address()).hasToString("Optional[b@example.test]");
  }

  @StoreTest
  void the_address_of_a_person_whom_an_earlier_version_made_is_taken_over(Store store) {
    var entry = "{\"username\": \"alice\", \"email\": \"a@example.test\"}";
    apply(store, entry);
    store.sql("update person set email = null");
    apply(store, entry);
    assertThat(found(store, "a@example.test")).contains("alice");
  }

  @StoreTest
  void an_address_of_its_owners_choice_stays_until_the_file_says_another(Store store) {
    var entry = "{\"username\": \"alice\", \"email\": \"%s\", \"name\": \"%s\"}";
    apply(store, entry.formatted("a@example.test", "Alice"));
    store.run(() -> managed(store).email().choose(MailAddress.of("Own@example.test"), NOW));
    apply(store, entry.formatted("a@example.test", "Alice"));
    apply(store, entry.formatted("A@example.test", "Alice Archer"));
    assertThat(alice(store).claims().values())
        .containsEntry("name", "Alice Archer")
        .containsEntry("email", "own@example.test")
        .containsEntry("email_verified", true);
    apply(store, entry.formatted("b@example.test", "Alice Archer"));
    assertThat(alice(store).claims().values())
        .containsEntry("email", "b@example.test")
        .doesNotContainKey("email_verified");
    assertThat(alice(store).email().isOwnAddress()).isFalse();
  }

  @StoreTest
  void an_address_of_its_owners_choice_stays_where_the_file_says_none(Store store) {
    apply(store, "{\"username\": \"alice\"}");
    store.run(() -> managed(store).email().choose(MailAddress.of("own@example.test"), NOW));
    apply(store, "{\"username\": \"alice\", \"name\": \"Alice\"}");
    assertThat(alice(store).claims().values()).containsEntry("email", "own@example.test");
    apply(store, "{\"username\": \"alice\", \"email\": \"b@example.test\"}");
    assertThat(alice(store).claims().values()).containsEntry("email", "b@example.test");
  }

  @StoreTest
  void the_claim_is_told_as_the_store_has_it(Store store) {
    var entry = "{\"username\": \"alice\", \"email\": \"A@example.test\"%s}";
    apply(store, entry.formatted(""));
    assertThat(alice(store).claims().values())
        .containsEntry("email", "A@example.test")
        .doesNotContainKey("email_verified");
    var later = NOW.plusSeconds(3_600);
    store.run(() -> managed(store).email().verified(later));
    apply(store, entry.formatted(""));
    assertThat(alice(store).claims().values())
        .containsEntry("email_verified", true)
        .containsEntry("updated_at", later.getEpochSecond());
    apply(store, entry.formatted(", \"email_verified\": true"));
    apply(store, entry.formatted(", \"email_verified\": false"));
    assertThat(alice(store).claims().values()).containsEntry("email_verified", false);
    // Mail cannot be sent to it, so that nobody can verify it here.
    apply(
        store,
        "{\"username\": \"alice\", \"email\": \"\\\"a\\\"@example.test\", \"email_verified\": true}");
    assertThat(alice(store).claims().values()).containsEntry("email_verified", true);
    assertThat(alice(store).email().address()).isEmpty();
  }

  @StoreTest
  void an_address_of_before_is_restored_as_it_was(Store store) {
    apply(store, "{\"username\": \"alice\", \"email\": \"a@example.test\"}");
    var unverified = alice(store).email().beforeChange();
    store.run(() -> managed(store).email().choose(MailAddress.of("own@example.test"), NOW));
    var own = AddressBefore.read(alice(store).email().beforeChange().text());
    assertThat(own).isEqualTo(alice(store).email().beforeChange());
    store.run(() -> managed(store).email().choose(MailAddress.of("third@example.test"), NOW));
    store.run(() -> managed(store).email().restore(own, true, NOW));
    assertThat(alice(store).email().beforeChange()).isEqualTo(own);
    store.run(() -> managed(store).email().restore(own, false, NOW));
    assertThat(alice(store).email().isVerified()).isFalse();
    store.run(
        () -> managed(store).email().restore(AddressBefore.read(unverified.text()), true, NOW));
    assertThat(alice(store).email().isOwnAddress()).isFalse();
    assertThat(alice(store).email().isVerified()).isFalse();
    assertThat(alice(store).claims().values()).containsEntry("email", "a@example.test");
  }

  @StoreTest
  void only_a_verified_address_signs_in_and_a_name_comes_first(Store store) {
    var verified = "\"email_verified\": true";
    apply(
        store,
        "{\"username\": \"alice\", \"email\": \"A@b.test\", %s},".formatted(verified)
            + " {\"username\": \"bob\", \"email\": \"bob@b.test\"},"
            + " {\"username\": \"carol\", \"email\": \"two@b.test\", %s},".formatted(verified)
            + " {\"username\": \"dave\", \"email\": \"two@b.test\", %s},".formatted(verified)
            + " {\"username\": \"name@b.test\"},"
            + " {\"username\": \"erin\", \"email\": \"name@b.test\", %s}".formatted(verified));
    assertThat(signsIn(store, " a@B.TEST ")).contains("alice");
    assertThat(signsIn(store, "bob@b.test")).isEmpty();
    assertThat(found(store, "bob@b.test")).contains("bob");
    assertThat(signsIn(store, "two@b.test")).isEmpty();
    assertThat(signsIn(store, "name@b.test")).contains("name@b.test");
    store.sql("update person set enabled = false where username = 'dave'");
    assertThat(signsIn(store, "two@b.test")).contains("carol");
  }

  @StoreTest
  void an_address_is_taken_by_whoever_has_verified_it_or_signs_in_by_it(Store store) {
    apply(
        store,
        "{\"username\": \"alice\", \"email\": \"a@b.test\", \"email_verified\": true},"
            + " {\"username\": \"bob\", \"email\": \"bob@b.test\"},"
            + " {\"username\": \"Carol@b.test\"}");
    assertThat(isFree(store, "bob@b.test")).isTrue();
    assertThat(isFree(store, "A@B.test")).isFalse();
    assertThat(isFree(store, "carol@b.test")).isFalse();
    assertThat(isFree(store, "nobody@b.test")).isTrue();
  }

  @StoreTest
  void who_is_to_be_invited_is_told_until_it_is_done(Store store) {
    var entry = "{\"username\": \"alice\", \"email\": \"a@example.test\", \"invite\": %s}";
    apply(store, entry.formatted("true"));
    assertThat(invited(store)).hasSize(1);
    store.run(() -> managed(store).account().invite(NOW));
    apply(store, entry.formatted("true"));
    assertThat(invited(store)).isEmpty();
    apply(store, entry.formatted("false"));
    apply(store, entry.formatted("true"));
    assertThat(invited(store)).hasSize(1);
  }

  @StoreTest
  void an_invitation_that_could_not_arrive_or_help_is_refused(Store store) {
    assertThatThrownBy(() -> apply(store, "{\"username\": \"alice\", \"invite\": true}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "people[0]: has an invitation but no email; add the address that it is sent to");
    var both =
        "{\"username\": \"alice\", \"email\": \"a@b.test\", \"invite\": true, \"password\": \"x\"}";
    assertThatThrownBy(() -> apply(store, both))
        .hasMessage("people[0]: has an invitation and a password; keep one of them");
  }

  private static void apply(Store store, String entries) {
    StoredPeople.apply(store, CLOCK, "[" + entries + "]");
  }

  private static Person alice(Store store) {
    return store.inTransaction(() -> managed(store));
  }

  private static Person managed(Store store) {
    return StoredPeople.of(store).byUsername("alice").orElseThrow();
  }

  private static Optional<String> found(Store store, String typed) {
    return store
        .inTransaction(() -> StoredPeople.of(store).byNameOrAddress(typed))
        .map(Person::username);
  }

  private static boolean isFree(Store store, String address) {
    return store.inTransaction(
        () ->
            StoredPeople.addresses(store)
                .take(
                    StoredPeople.of(store).byUsername("bob").orElseThrow(),
                    MailAddress.of(address)));
  }

  private static Optional<String> signsIn(Store store, String typed) {
    return store
        .inTransaction(() -> StoredPeople.of(store).bySignInName(typed))
        .map(Person::username);
  }

  private static List<?> invited(Store store) {
    return store.inTransaction(() -> StoredPeople.of(store).toBeInvited(10));
  }
}
