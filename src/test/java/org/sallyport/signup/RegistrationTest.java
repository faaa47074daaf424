package org.sallyport.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.person.Person;
import org.sallyport.person.SelfRegistration;
import org.sallyport.person.SelfRegistration.Outcome;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;

class RegistrationTest {
  private static final String FILE =
      "[{\"username\": \"alice\", \"email\": \"alice@signup.test\"}%s]";

  @StoreTest
  void an_account_is_there_once_its_link_is_used_and_not_before(Store store) {
    var desk = SignupDesk.at(store, FILE.formatted(""));
    var link = desk.link("eve@signup.test", "Eve");
    assertThat(store.count("person", "1 = 1")).isOne();
    assertThat(desk.joins(link, "Eve")).isEqualTo(Outcome.JOINED);
    var eve = person(store, "EVE");
    assertThat(eve.account().source()).isEqualTo("local");
    assertThat(eve.groups()).isEmpty();
    assertThat(eve.claims().values())
        .containsEntry("email", "eve@signup.test")
        .containsEntry("email_verified", true)
        .containsEntry("name", "Somebody");
    assertThat(eve.password()).isPresent();
    assertThat(store.count("audit_event", "event = 'person_registered'")).isOne();
    assertThat(store.count("browser_session", "1 = 1")).isZero();
    assertThat(desk.joins(link, "Eve again")).isEqualTo(Outcome.TOO_LATE);
    assertThat(store.count("person", "1 = 1")).isEqualTo(2);
    // Whoever applies the file leaves those alone who did not come by it.
    StoredPeople.apply(store, desk.clock, FILE.formatted(", {\"username\": \"bob\"}"));
    assertThat(person(store, "eve").enabled()).isTrue();
  }

  @StoreTest
  void an_address_that_has_an_account_is_told_so_and_gets_no_link(Store store) {
    var desk = SignupDesk.at(store, FILE.formatted(""));
    assertThat(desk.asks("Alice@signup.test", "eve")).isTrue();
    assertThat(desk.sent)
        .singleElement()
        .satisfies(mail -> assertThat(mail.kind()).isEqualTo("registration-known"))
        .satisfies(mail -> assertThat(mail.to()).hasToString("alice@signup.test"));
    assertThat(store.count("mail_link", "1 = 1")).isZero();
  }

  @StoreTest
  void a_name_that_is_taken_is_not_given_and_the_link_stays(Store store) {
    var desk = SignupDesk.at(store, FILE.formatted(""));
    var link = desk.link("eve@signup.test", "ALICE");
    assertThat(desk.joins(link, "ALICE")).isEqualTo(Outcome.NAME_TAKEN);
    assertThat(desk.joins(link, "eve@signup.test")).isEqualTo(Outcome.JOINED);
  }

  @StoreTest
  void an_address_that_somebody_verified_meanwhile_is_not_taken_over(Store store) {
    var desk = SignupDesk.at(store, FILE.formatted(""));
    var link = desk.link("eve@signup.test", "eve");
    StoredPeople.apply(
        store,
        desk.clock,
        FILE.formatted(
            ", {\"username\": \"e\", \"email\": \"eve@signup.test\", \"email_verified\": true}"));
    assertThat(desk.joins(link, "eve")).isEqualTo(Outcome.TOO_LATE);
    assertThat(store.count("person", "username = 'eve'")).isZero();
  }

  @StoreTest
  void links_are_good_for_a_day_and_of_two_the_newer_one(Store store) {
    var desk = SignupDesk.at(store, FILE.formatted(""));
    var first = desk.link("eve@signup.test", "eve");
    var second = desk.link("eve@signup.test", "eve");
    assertThat(desk.joins(first, "eve")).isEqualTo(Outcome.TOO_LATE);
    desk.clock.advance(Duration.ofDays(1));
    assertThat(desk.joins(second, "eve")).isEqualTo(Outcome.TOO_LATE);
    assertThat(store.count("person", "username = 'eve'")).isZero();
  }

  @StoreTest
  void floods_of_one_address_of_one_network_and_of_all_are_bounded(Store store) {
    var desk = SignupDesk.at(store, FILE.formatted(""));
    IntStream.range(0, 10).forEach(i -> desk.asks("eve@signup.test", "eve"));
    assertThat(desk.sent).hasSize(3);
    IntStream.range(0, 120).forEach(i -> desk.asks("eve." + i + "@signup.test", "eve"));
    assertThat(store.count("mail_link", "1 = 1")).isEqualTo(100);
    assertThat(desk.from("198.51.100.7").asks("x@signup.test", "x")).isTrue();
    store.sql("update mail_link set network = id");
    IntStream.range(0, 9)
        .forEach(
            i ->
                store.sql(
                    "insert into mail_link (id, token_hash, purpose, subject, created_at, expires_at)"
                        + " select '%1$s' || id, 'x%1$s' || substring(token_hash, 3), purpose, subject,"
                            .formatted(i)
                        + " created_at, expires_at from mail_link where network <> ''"));
    assertThat(desk.from("203.0.113.9").asks("y@signup.test", "y")).isFalse();
    desk.clock.advance(Duration.ofDays(1));
    assertThat(desk.from("203.0.113.9").asks("y@signup.test", "y")).isTrue();
  }

  @StoreTest
  void the_file_takes_no_account_over_that_somebody_registered(Store store) {
    var desk = SignupDesk.at(store, FILE.formatted(""));
    desk.joins(desk.link("eve@signup.test", "eve"), "eve");
    var eve = person(store, "eve").subject();
    var entry = ", {\"username\": \"Eve\", \"groups\": [\"admins\"]%s}";
    assertThatThrownBy(
            () -> StoredPeople.apply(store, desk.clock, FILE.formatted(entry.formatted(""))))
        .hasMessageContaining("has the username of someone who registered it, " + eve);
    StoredPeople.apply(store, desk.clock, FILE.formatted(entry.formatted(", \"new\": true")));
    assertThat(person(store, "eve").subject()).isNotEqualTo(eve);
    assertThat(store.count("person", "subject = '" + eve + "' and enabled = false")).isOne();
    StoredPeople.apply(store, desk.clock, FILE.formatted(entry.formatted(", \"new\": true")));
    assertThat(person(store, "eve").groups()).containsExactly("admins");
  }

  @Test
  void of_many_that_use_a_link_or_want_a_name_on_two_nodes_one_succeeds() {
    var settings = Stores.newPostgreSql("signup_races");
    try (var one = Stores.open(settings);
        var two = Stores.open(settings)) {
      for (var round = 0; round < 10; round++) {
        one.empty();
        var here = SignupDesk.at(one, FILE.formatted(""));
        var there = here.onNode(two);
        var link = here.link("eve@signup.test", "eve");
        var other = here.link("mallory@signup.test", "eve");
        var attempts =
            IntStream.range(0, 8)
                .<Callable<Outcome>>mapToObj(
                    i -> () -> (i % 2 == 0 ? here : there).joins(i % 4 < 2 ? link : other, "eve"))
                .toList();
        var outcomes = Race.of(attempts);
        assertThat(Collections.frequency(outcomes, Outcome.JOINED)).isEqualTo(1);
        assertThat(one.count("person", "username = 'eve'")).isOne();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"other@signup.test", "@", "\u200B", "", "x\ny"})
  void a_username_is_no_address_of_others_and_can_be_typed(String name) {
    assertThat(SelfRegistration.username(name, MailAddress.of("eve@signup.test"))).isEmpty();
  }

  @Test
  void the_own_address_is_a_username_in_whatever_case() {
    var own = MailAddress.of("eve@signup.test");
    assertThat(List.of("Eve@Signup.test", " eve ", "Zoë"))
        .allMatch(name -> SelfRegistration.username(name, own).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nBcc: b@c.test", "a\u202Eb", "a\u2028b", "\u0000"})
  void a_name_is_one_line(String name) {
    assertThat(SelfRegistration.name(name)).isEmpty();
  }

  @Test
  void a_name_may_be_of_any_script() {
    assertThat(List.of("محمد‌رضا", "山田花子", "Zoë O’Hara", "👩‍🚀"))
        .allMatch(name -> SelfRegistration.name(name).isPresent());
    assertThat(SelfRegistration.name("x".repeat(101))).isEmpty();
  }

  private static Person person(Store store, String username) {
    return store.inTransaction(() -> StoredPeople.of(store).bySignInName(username)).orElseThrow();
  }
}
