package org.sallyport.person;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Spec;
import org.sallyport.person.credential.Argon2Cost;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.PasswordHash;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.Subject;

class PeopleSectionTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = FIRST.plus(Duration.ofDays(1));
  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

  @StoreTest
  void an_entry_becomes_a_person_with_claims_and_password(Store store) {
    apply(
        store,
        FIRST,
        """
        [{"username": " Alice ", "password": "correct horse", "sub": "a1", "name": "Alice Archer",
          "email": "alice@example.com", "email_verified": true, "groups": ["staff", "admins"],
          "address": {"locality": "Köln"}}]
        """);
    var alice = person(store, "ALICE");
    assertThat(alice.subject()).isEqualTo(new Subject("a1"));
    assertThat(alice.username()).isEqualTo("Alice");
    assertThat(alice.groups()).containsExactly("staff", "admins");
    assertThat(alice.password().orElseThrow().matches(new Password("correct horse"))).isTrue();
    assertThat(alice.claims().forScopes(Scopes.of("email")))
        .containsEntry("email", "alice@example.com")
        .containsEntry("email_verified", true)
        .hasSize(2);
    assertThat(alice.claims().forScopes(Scopes.of("address", "groups")))
        .containsEntry("address", java.util.Map.of("locality", "Köln"))
        .containsEntry("groups", List.of("staff", "admins"));
  }

  @StoreTest
  @Spec("OpenID Connect Core §5.2")
  void a_claim_in_another_language_stands_beside_the_usual_one(Store store) {
    apply(
        store,
        FIRST,
        """
        [{"username": "hanako", "name": "Hanako Yamada", "name#ja-Hani-JP": "山田花子"}]
        """);
    assertThat(person(store, "hanako").claims().values()).containsEntry("name#ja-Hani-JP", "山田花子");
    assertThat(person(store, "hanako").claims().forScopes(Scopes.of("profile")))
        .containsEntry("name", "Hanako Yamada")
        .doesNotContainKey("name#ja-Hani-JP");
  }

  @StoreTest
  void without_a_sub_one_is_made_up_once(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"name\": \"A\"}]");
    var subject = person(store, "alice").subject();
    apply(store, LATER, "[{\"username\": \"alice\", \"name\": \"B\"}]");
    assertThat(person(store, "alice").subject()).isEqualTo(subject);
    assertThat(person(store, "alice").displayName()).isEqualTo("B");
  }

  @StoreTest
  void the_same_entry_again_changes_nothing(Store store) {
    var entry = "[{\"username\": \"alice\", \"password\": \"correct horse\"}]";
    apply(store, FIRST, entry);
    var before = person(store, "alice");
    apply(store, LATER, entry);
    var after = person(store, "alice");
    assertThat(after.password().orElseThrow().text())
        .isEqualTo(before.password().orElseThrow().text());
    assertThat(after.credentialsChangedAt()).isEqualTo(FIRST);
    assertThat(after.claims()).isEqualTo(before.claims());
  }

  @StoreTest
  void a_new_password_in_the_file_replaces_the_old_one_of_the_file(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"password\": \"correct horse\"}]");
    apply(store, LATER, "[{\"username\": \"alice\", \"password\": \"battery staple\"}]");
    var alice = person(store, "alice");
    assertThat(alice.password().orElseThrow().matches(new Password("battery staple"))).isTrue();
    assertThat(alice.credentialsChangedAt()).isEqualTo(LATER);
  }

  @StoreTest
  void a_password_of_their_own_choice_stays_whatever_the_file_says(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"password\": \"correct horse\"}]");
    var own = PasswordHash.of(new Password("my own"), CHEAP);
    store.run(() -> people(store).byUsername("alice").orElseThrow().choosePassword(own, LATER));
    apply(store, LATER, "[{\"username\": \"alice\", \"password\": \"battery staple\"}]");
    assertThat(person(store, "alice").password().orElseThrow().text()).isEqualTo(own.text());
  }

  @StoreTest
  void a_hash_in_the_file_is_not_put_back_after_it_was_renewed_at_sign_in(Store store) {
    var given = PasswordHash.of(new Password("correct horse"), CHEAP);
    var entry = "[{\"username\": \"alice\", \"password_hash\": \"" + given.text() + "\"}]";
    apply(store, FIRST, entry);
    var renewed = PasswordHash.of(new Password("correct horse"), new Argon2Cost(128, 1, 1));
    store.run(() -> people(store).rehash(person(store, "alice"), renewed));
    apply(store, LATER, entry);
    assertThat(person(store, "alice").password().orElseThrow().text()).isEqualTo(renewed.text());
    assertThat(person(store, "alice").credentialsChangedAt()).isEqualTo(FIRST);
  }

  @StoreTest
  void who_leaves_the_file_may_not_sign_in_until_they_come_back(Store store) {
    var alice = "{\"username\": \"alice\", \"password\": \"correct horse\"}";
    apply(store, FIRST, "[" + alice + ", {\"username\": \"bob\"}]");
    apply(store, LATER, "[" + alice + "]");
    assertThat(person(store, "bob").enabled()).isFalse();
    assertThat(person(store, "alice").enabled()).isTrue();
    apply(store, LATER, "[" + alice + ", {\"username\": \"bob\"}]");
    assertThat(person(store, "bob").enabled()).isTrue();
  }

  @StoreTest
  void a_username_may_change_where_the_sub_is_given(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    apply(store, LATER, "[{\"username\": \"alice.archer\", \"sub\": \"a1\"}]");
    assertThat(person(store, "alice.archer").subject()).isEqualTo(new Subject("a1"));
  }

  @StoreTest
  void a_username_is_never_handed_to_another_sub(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    assertThatThrownBy(() -> apply(store, LATER, "[{\"username\": \"ALICE\", \"sub\": \"a2\"}]"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("people[0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{}]                                                        | people[0]: has no username",
        "[{\"username\": \"\\u0000\"}]                               | people[0]: has a username",
        "[{\"username\": \"a\", \"groups\": 3}]                    | people[0].groups: must be an array",
        "[{\"username\": \"a\", \"nmae\": \"A\"}]                    | did you mean name?",
        "[{\"username\": \"a\", \"name#de\": \"A\"}]                 | people[0]: has no name",
        "[{\"username\": \"a\", \"gender#de\": \"A\"}]               | gender#de",
        "[{\"username\": \"a\", \"name\": \"A\", \"name#d_\": \"A\"}] | name#d_",
        "[{\"username\": \"a\", \"sub\": \"client:x\"}]              | people[0].sub:",
        "[{\"username\": \"a\", \"email\": \"a\"}]                   | people[0].email:",
        "[{\"username\": \"a\", \"email_verified\": \"yes\"}]        | people[0].email_verified:",
        "[{\"username\": \"a\", \"website\": \"javascript:x\"}]      | people[0].website:",
        "[{\"username\": \"a\", \"address\": {\"street\": \"x\"}}]   | people[0].address: unknown",
        "[{\"username\": \"a\", \"groups\": [\"a\\nb\"]}]            | people[0].groups[0]:",
        "[{\"username\": \"a\", \"password_hash\": \"$2a$10$x\"}]    | people[0].password_hash:",
        "[{\"username\": \"a\"}, {\"username\": \"A \"}]             | people[1]: has a username",
        "[{\"username\": \"a\", \"sub\": \"1\"}, {\"username\": \"b\", \"sub\": \"1\"}] | people[1]:"
      })
  void what_is_wrong_is_told_with_its_place(String section, String complaint) {
    assertThatThrownBy(() -> new PeopleSection().apply(ConfigValue.parse("people", section)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"groups\": [GROUPS]           | people[0]: has more than | 10000 groups",
        "\"name\": \"LONG\"             | people[0]: takes        | 100000 fit",
        "\"address\": {\"region\": \"LONG\"} | people[0]: takes        | 100000 fit"
      })
  void what_the_table_has_no_room_for_is_refused_with_entry_and_limit(
      String member, String place, String limit) {
    var groups =
        IntStream.rangeClosed(0, 10_000).mapToObj(i -> "\"g" + i + "\"").collect(joining(","));
    var written = member.replace("GROUPS", groups).replace("LONG", "x".repeat(100_000));
    assertRefused("[{\"username\": \"a\", " + written + "}]", place, limit);
  }

  @Test
  void a_username_of_many_characters_that_do_not_show_is_refused_with_the_limit() {
    var name = "a" + "\u200b".repeat(255);
    assertRefused("[{\"username\": \"" + name + "\"}]", "people[0].username: takes", "255 fit");
  }

  private static void assertRefused(String section, String place, String limit) {
    assertThatThrownBy(() -> new PeopleSection().apply(ConfigValue.parse("people", section)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(place)
        .hasMessageContaining(limit);
  }

  @Test
  void a_password_longer_than_anyone_can_type_is_refused() {
    var entry = "[{\"username\": \"a\", \"password\": \"" + "x".repeat(4_097) + "\"}]";
    assertThatThrownBy(() -> new PeopleSection().apply(ConfigValue.parse("people", entry)))
        .hasMessageContaining("people[0].password:")
        .hasMessageNotContaining("xxx");
  }

  private static void apply(Store store, Instant now, String section) {
    StoredPeople.apply(store, Clock.fixed(now, ZoneOffset.UTC), section);
  }

  private static Person person(Store store, String username) {
    return store.inTransaction(() -> people(store).byUsername(username)).orElseThrow();
  }

  private static People people(Store store) {
    return StoredPeople.of(store);
  }
}
