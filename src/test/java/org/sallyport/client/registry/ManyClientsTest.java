package org.sallyport.client.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sallyport.Effort;
import org.sallyport.SettableClock;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** A configuration file of many clients: what a start takes grows with their number alone. */
class ManyClientsTest {
  private static final int MANY = 2_000;

  private final SettableClock clock = new SettableClock(TestKeys.NOW);

  @StoreTest
  void they_are_written_and_compared_some_hundred_at_a_time(Store store) {
    var registered = new StoredClients(store, clock);
    var file = file(MANY, "0");
    assertThat(store.statements(() -> registered.applyInTurn(file))).isLessThan(MANY / 20);
    assertThat(store.count("client", "enabled = true and id like 'app-%'")).isEqualTo(MANY);
    assertThat(store.statements(() -> registered.applyInTurn(file))).isLessThan(MANY / 50);
    var changed = file(MANY, "1");
    assertThat(store.statements(() -> registered.applyInTurn(changed))).isLessThan(MANY / 20);
    assertThat(store.count("client", "metadata like '%\"Version 1\"%'")).isEqualTo(MANY);
  }

  @StoreTest
  void they_are_taken_in_a_time_that_lets_a_server_start(Store store) {
    var registered = new StoredClients(store, clock);
    var file = file(MANY, "0");
    // A twentieth of this on a machine that does nothing else.
    Effort.within(20_000, "2,000 new clients", () -> registered.applyInTurn(file));
    Effort.within(20_000, "2,000 known clients", () -> registered.applyInTurn(file));
  }

  @StoreTest
  void those_that_leave_at_once_are_all_disabled_and_counted(Store store) {
    var registered = new StoredClients(store, clock);
    registered.applyInTurn(file(MANY, "0"));
    clock.advance(Duration.ofDays(1));
    assertThatThrownBy(() -> registered.applyInTurn(file(MANY / 2, "0")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("would disable " + MANY / 2 + " of the " + MANY + " that");
    assertThat(store.count("client", "enabled = true and id like 'app-%'")).isEqualTo(MANY);
    var fewer = MANY - MANY / 20;
    registered.applyInTurn(file(fewer, "0"));
    assertThat(store.count("client", "enabled = true and id like 'app-%'")).isEqualTo(fewer);
  }

  @StoreTest
  void one_that_is_wrong_at_the_end_spoils_all(Store store) {
    var registered = new StoredClients(store, clock);
    var file = file(MANY, "0").replaceFirst("]$", ", {\"client_id\": \"app-3\"}]");
    assertThatThrownBy(() -> registered.applyInTurn(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("clients[" + MANY + "]: ");
    assertThat(store.count("client", "id like 'app-%'")).isZero();
  }

  private static String file(int many, String version) {
    return IntStream.range(0, many)
        .mapToObj(i -> client(i, version))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String client(int i, String version) {
    return """
        {"client_id": "app-%1$d", "client_name": "Version %2$s",
         "client_secret_sha256": "%3$064x", "redirect_uris": ["https://app-%1$d.test/cb"],
         "post_logout_redirect_uris": ["https://app-%1$d.test/"], "scope": "openid notes.read"}
        """
        .formatted(i, version, i);
  }
}
