package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.Subject;

/** Who leaves the section {@code people}, who comes back, and who takes a username over. */
class LeavingPeopleTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = FIRST.plus(Duration.ofDays(1));

  @StoreTest
  void a_username_of_someone_who_left_longer_ago_is_not_inherited_in_silence(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    apply(store, FIRST, "[]");
    assertThatThrownBy(() -> apply(store, LATER, "[{\"username\": \"Alice\"}]"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("people[0]: has the username of someone who left")
        .hasMessageContaining("\"sub\": \"a1\"")
        .hasMessageContaining("\"new\": true");
  }

  @StoreTest
  void who_comes_back_by_their_sub_is_the_same_person_without_their_sessions(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    apply(store, FIRST, "[]");
    apply(store, LATER, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    var alice = person(store, "alice");
    assertThat(alice.subject()).isEqualTo(new Subject("a1"));
    assertThat(alice.enabled()).isTrue();
    assertThat(alice.voids(FIRST)).isTrue();
    assertThat(alice.voids(LATER.plusSeconds(1))).isFalse();
  }

  @StoreTest
  void somebody_new_with_the_username_of_someone_who_left_has_a_sub_of_their_own(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    apply(store, FIRST, "[]");
    var another = "[{\"username\": \"alice\", \"new\": true}]";
    apply(store, LATER, another);
    var alice = person(store, "alice").subject();
    assertThat(alice).isNotEqualTo(new Subject("a1"));
    apply(store, LATER, another.replace("alice", "ALICE"));
    assertThat(person(store, "alice").subject()).isEqualTo(alice);
    assertThat(store.count("person", "subject = 'a1' and enabled = false")).isOne();
  }

  @StoreTest
  void somebody_new_in_the_place_of_someone_who_is_still_there_has_a_sub_of_their_own(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\"}]");
    var old = person(store, "alice").subject();
    apply(store, LATER, "[{\"username\": \"alice\", \"new\": true}]");
    assertThat(person(store, "alice").subject()).isNotEqualTo(old);
  }

  @StoreTest
  void somebody_new_may_have_a_sub_too(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    apply(store, LATER, "[{\"username\": \"alice\", \"sub\": \"a2\", \"new\": true}]");
    assertThat(person(store, "alice").subject()).isEqualTo(new Subject("a2"));
    assertThat(store.count("person", "subject = 'a1' and enabled = false")).isOne();
  }

  @StoreTest
  void a_username_that_its_owner_gives_up_in_the_same_file_is_not_theirs_any_more(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    apply(store, LATER, "[{\"username\": \"alice\"}, {\"username\": \"archer\", \"sub\": \"a1\"}]");
    assertThat(person(store, "archer").subject()).isEqualTo(new Subject("a1"));
    assertThat(person(store, "alice").subject()).isNotEqualTo(new Subject("a1"));
  }

  @StoreTest
  void who_left_under_an_older_version_is_known_to_have_left(Store store) {
    apply(store, FIRST, "[{\"username\": \"alice\", \"sub\": \"a1\"}]");
    store.sql("update person set enabled = false, applied_digest = null");
    assertThatThrownBy(() -> apply(store, LATER, "[{\"username\": \"alice\"}]"))
        .hasMessageContaining("someone who left");
  }

  @StoreTest
  void a_file_that_would_disable_more_than_a_tenth_is_refused(Store store) {
    apply(store, FIRST, people(60));
    apply(store, FIRST, people(54));
    assertThatThrownBy(() -> apply(store, LATER, people(48)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("would disable 6 of the 54")
        .hasMessageContaining("configuration.allow-mass-disable");
    assertThat(store.count("person", "enabled = true")).isEqualTo(54);
  }

  @StoreTest
  void disabled_entries_count_as_those_who_are_gone(Store store) {
    apply(store, FIRST, people(20));
    var disabled = people(20).replaceAll("(person[0-5]\")}", "$1, \"enabled\": false}");
    assertThatThrownBy(() -> apply(store, LATER, disabled)).hasMessageContaining("disable 6 of");
  }

  @StoreTest
  void of_a_short_list_up_to_five_may_go(Store store) {
    apply(store, FIRST, people(5));
    apply(store, LATER, "[]");
    assertThat(store.count("person", "enabled = true")).isZero();
  }

  private static String people(int number) {
    return IntStream.range(0, number)
        .mapToObj("{\"username\": \"person%d\"}"::formatted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static void apply(Store store, Instant now, String section) {
    StoredPeople.apply(store, Clock.fixed(now, ZoneOffset.UTC), section);
  }

  private static Person person(Store store, String username) {
    return store.inTransaction(() -> StoredPeople.of(store).byUsername(username)).orElseThrow();
  }
}
