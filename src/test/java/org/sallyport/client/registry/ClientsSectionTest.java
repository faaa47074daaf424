package org.sallyport.client.registry;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;

/** How the section {@code clients} becomes rows, once and again. */
class ClientsSectionTest {
  private static final String ONE =
      """
      [{"client_id": "one", "client_name": "One", "client_secret": "0123456789abcdef",
        "redirect_uris": ["https://one.test/cb"], "scope": "openid notes.read"}]
      """;

  private final SettableClock clock = new SettableClock(TestKeys.NOW);

  @StoreTest
  void a_client_of_the_file_is_known_with_its_secret_as_a_hash(Store store) {
    var registered = new StoredClients(store, clock);
    registered.apply(ONE);
    var one = find(store, registered, "one").orElseThrow();
    assertThat(one.secretMatches("0123456789abcdef")).isTrue();
    assertThat(one.secretMatches("0123456789abcdeF")).isFalse();
    assertThat(one.metadata().redirects().matching("https://one.test/cb")).isPresent();
    assertThat(store.count("client", "metadata like '%0123456789abcdef%'")).isZero();
    assertThat(store.count("client", "secret_hash like '%0123456789abcdef%'")).isZero();
  }

  @StoreTest
  void applying_the_same_file_again_changes_nothing(Store store) {
    var registered = new StoredClients(store, clock);
    registered.apply(ONE);
    store.sql("update client set enabled = false where id = 'one'");
    clock.advance(Duration.ofDays(1));
    registered.apply(ONE);
    assertThat(store.count("client", "id = 'one' and enabled = false and created_at = changed_at"))
        .isOne();
  }

  @StoreTest
  void a_changed_entry_is_taken_over(Store store) {
    var registered = new StoredClients(store, clock);
    registered.apply(ONE);
    clock.advance(Duration.ofDays(1));
    registered.apply(ONE.replace("0123456789abcdef", "fedcba9876543210"));
    var one = find(store, registered, "one").orElseThrow();
    assertThat(one.secretMatches("0123456789abcdef")).isFalse();
    assertThat(one.secretMatches("fedcba9876543210")).isTrue();
    assertThat(store.count("client", "id = 'one' and changed_at > created_at")).isOne();
  }

  @StoreTest
  void a_client_that_left_the_file_is_disabled_until_it_comes_back(Store store) {
    var registered = new StoredClients(store, clock);
    registered.apply(ONE);
    registered.apply("[]");
    assertThat(find(store, registered, "one")).isEmpty();
    assertThat(store.count("client", "id = 'one'")).isOne();
    registered.apply(ONE);
    assertThat(find(store, registered, "one")).isPresent();
  }

  @StoreTest
  @Security(2)
  void a_client_can_be_disabled_in_the_file(Store store) {
    var registered = new StoredClients(store, clock);
    assertThat(find(store, registered, "gone")).isEmpty();
    assertThat(find(store, registered, "nobody")).isEmpty();
  }

  @StoreTest
  @Security(65)
  void the_origins_of_enabled_clients_are_allowed_and_no_others(Store store) {
    var registered = new StoredClients(store, clock);
    assertThat(allows(store, registered, "https://app.test")).isTrue();
    assertThat(allows(store, registered, "https://evil.test")).isFalse();
    assertThat(allows(store, registered, "null")).isFalse();
    registered.apply("[]");
    assertThat(allows(store, registered, "https://app.test")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notes.read|notes.raed|the unknown scope notes.raed",
        "\"scope\"|\"resources\": [\"https://x.test\"], \"scope\"|the unknown resource https://x.test",
        "\"scope\"|\"grant_types\": [\"authorization_code\", \"password\"], \"scope\"|grant type password",
        "\"scope\"|\"token_endpoint_auth_method\": \"tls\", \"scope\"|authentication method tls"
      })
  void what_is_not_served_is_refused(String old, String wrong, String told) {
    var registered = new StoredClients(Stores.h2(), clock);
    assertThatThrownBy(() -> registered.apply(ONE.replace(old, wrong)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("clients[0]: has the unknown")
        .hasMessageContaining(told);
  }

  @Test
  @Spec("RFC 8707 §2")
  void a_scope_needs_its_resource_among_those_that_are_named() {
    var registered = new StoredClients(Stores.h2(), clock);
    var wrong = ONE.replace("\"scope\"", "\"resources\": [\"https://api.test/jwt\"], \"scope\"");
    assertThatThrownBy(() -> registered.apply(wrong))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("clients[0]: has scope notes.read but not its resource")
        .hasMessageContaining("add https://api.test/notes to resources");
    registered.apply(wrong.replace("/jwt", "/notes"));
  }

  @StoreTest
  void one_wrong_entry_spoils_the_section(Store store) {
    var registered = new StoredClients(store, clock);
    var wrong = ONE.replace("}]", "}, {\"client_id\": \"two\"}]");
    assertThatThrownBy(() -> registered.apply(wrong)).hasMessageStartingWith("clients[1]: ");
    assertThat(store.count("client", "id in ('one', 'two')")).isZero();
    assertThat(find(store, registered, "spa")).isPresent();
  }

  @Test
  void what_the_table_has_no_room_for_is_refused_with_entry_and_limit() {
    var registered = new StoredClients(Stores.h2(), clock);
    var uris =
        IntStream.range(0, 60)
            .mapToObj(i -> "\"https://one.test/" + "x".repeat(1_900) + i + "\"")
            .collect(joining(","));
    assertThatThrownBy(() -> registered.apply(ONE.replace("\"https://one.test/cb\"", uris)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("clients[0]: takes ")
        .hasMessageContaining("100000 fit");
  }

  @Test
  void a_secret_that_is_kept_sealed_has_a_longest_length() {
    var registered = new StoredClients(Stores.h2(), clock);
    var jwt = "\"token_endpoint_auth_method\": \"client_secret_jwt\", \"client_secret\"";
    var keyed = ONE.replace("\"client_secret\"", jwt);
    registered.apply(keyed.replace("0123456789abcdef", "x".repeat(500)));
    assertThatThrownBy(() -> registered.apply(keyed.replace("0123456789abcdef", "x".repeat(501))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("clients[0]: has a client_secret of more than 500 characters")
        .hasMessageNotContaining("xxx");
  }

  @StoreTest
  void a_file_that_would_disable_more_than_a_tenth_is_refused(Store store) {
    var registered = new StoredClients(store, clock);
    var more = ONE.strip().substring(1, ONE.strip().length() - 1);
    registered.apply("[" + more + ", " + more.replace("\"one\"", "\"two\"") + "]");
    var six = new StringBuilder(more);
    for (var i = 0; i < 5; i++) {
      six.append(", ").append(more.replace("\"one\"", "\"more" + i + "\""));
    }
    registered.apply("[" + six + "]");
    assertThatThrownBy(() -> registered.apply("[]"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("clients: this file would disable 6 of the 6");
    assertThat(find(store, registered, "one")).isPresent();
  }

  @StoreTest
  void two_entries_may_not_have_one_id(Store store) {
    var registered = new StoredClients(store, clock);
    var twice = ONE.replace("}]", "}, " + ONE.strip().substring(1));
    assertThatThrownBy(() -> registered.apply(twice)).hasMessageContaining("client one again");
  }

  private static Optional<Client> find(Store store, StoredClients registered, String id) {
    return store.inTransaction(() -> registered.clients().find(new ClientId(id)));
  }

  private static boolean allows(Store store, StoredClients registered, String origin) {
    return store.inTransaction(() -> registered.origins.allows(origin));
  }
}
