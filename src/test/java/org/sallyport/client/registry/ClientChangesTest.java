package org.sallyport.client.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.sallyport.SettableClock;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

class ClientChangesTest {
  private static final String APP =
      """
      {"client_id": "app", "client_name": "App", "client_secret": "0123456789abcdef",
        "redirect_uris": ["https://app.test/cb"], "scope": "openid"%s}
      """;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));

  @StoreTest
  void what_the_file_changes_of_a_client_is_told_of_that_client(Store store) {
    var clients = new StoredClients(store, clock);
    apply(clients, APP.formatted(""));
    apply(clients, APP.formatted(""));
    apply(clients, APP.formatted(", \"client_uri\": \"https://app.test/\""));
    apply(clients, "");

    assertThat(told(store))
        .containsExactly(
            "{\"change\":\"joined\"}", "{\"change\":\"changed\"}", "{\"change\":\"left\"}");
  }

  private void apply(StoredClients clients, String client) {
    clock.advance(Duration.ofHours(2));
    var others = StoredClients.CLIENTS.strip();
    var all =
        others.substring(0, others.length() - 1) + (client.isEmpty() ? "]" : "," + client + "]");
    clients.apply(all);
  }

  private static List<String> told(Store store) {
    var sql = "select detail from audit_event where client_id = 'app' order by happened_at";
    return store.inTransaction(
        () ->
            store.em().unwrap(Session.class).createNativeQuery(sql, String.class).getResultList());
  }
}
