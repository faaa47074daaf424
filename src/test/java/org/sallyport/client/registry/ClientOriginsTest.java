package org.sallyport.client.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.exception.JDBCConnectionException;
import org.sallyport.SameThread;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.platform.runtime.Background;

/** The origins of clients on a node that did not change them itself. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ClientOriginsTest {
  private static final String FIRST = "https://app-0.test";

  private final SettableClock clock = new SettableClock(TestKeys.NOW);

  @StoreTest
  void the_first_request_after_a_start_waits_for_nothing(Store store) {
    new StoredClients(store, clock).apply(clients(1_200, "test"));
    var node = node(store, new Hanging());
    store.run(node::start);
    assertThat(node.allows(FIRST)).isTrue();
    node.forget();
    assertThat(node.allows("https://app-1199.test")).isTrue();
    assertThat(node.allows("https://app-1200.test")).isFalse();
  }

  @StoreTest
  void what_another_node_changes_is_taken_over_and_nothing_else_is_read(Store store) {
    var other = new StoredClients(store, clock);
    other.apply(clients(1_200, "test"));
    var node = node(store, SameThread.background());
    store.run(node::start);
    var rows = (CountedRows) node.rows;
    rows.read = 0;
    other.apply(clients(1_200, "test").replace(FIRST, "https://moved.test"));
    assertThat(allows(store, node, "https://moved.test")).isTrue();
    assertThat(allows(store, node, FIRST)).isFalse();
    assertThat(allows(store, node, "https://app-1.test")).isTrue();
    assertThat(rows.read).isOne();
  }

  @StoreTest
  void nothing_changed_costs_one_statement_however_many_clients_there_are(Store store) {
    new StoredClients(store, clock).apply(clients(1_200, "test"));
    var node = node(store, SameThread.background());
    store.run(node::start);
    node.forget();
    assertThat(store.statements(() -> node.allows(FIRST))).isOne();
  }

  @StoreTest
  @Security(65)
  void a_change_by_a_node_whose_clock_is_behind_is_seen(Store store) {
    var other = new StoredClients(store, clock);
    other.apply(clients(2, "test"));
    var node = node(store, SameThread.background());
    store.run(node::start);
    clock.advance(Duration.ofDays(-2));
    other.apply(clients(1, "test"));
    assertThat(allows(store, node, "https://app-1.test")).isFalse();
    other.apply(clients(2, "changed"));
    assertThat(allows(store, node, "https://app-1.changed")).isTrue();
    assertThat(allows(store, node, FIRST)).isFalse();
  }

  @StoreTest
  void a_database_that_was_put_back_is_read_anew(Store store) {
    new StoredClients(store, clock).apply(clients(2, "test"));
    var node = node(store, SameThread.background());
    store.run(node::start);
    store.sql("delete from client where id = 'app-1'");
    store.sql("update client set changed_at = timestamp with time zone '2020-01-01 00:00:00+00'");
    assertThat(allows(store, node, "https://app-1.test")).isFalse();
    assertThat(allows(store, node, FIRST)).isTrue();
  }

  @StoreTest
  void while_the_database_is_away_they_are_what_they_were(Store store) {
    new StoredClients(store, clock).apply(clients(2, "test"));
    var node = node(store, SameThread.background());
    store.run(node::start);
    ((CountedRows) node.rows).away = true;
    assertThat(allows(store, node, FIRST)).isTrue();
    assertThat(allows(store, node, "https://evil.test")).isFalse();
  }

  private static String clients(int many, String domain) {
    return IntStream.range(0, many)
        .mapToObj(i -> client(i, domain))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String client(int i, String domain) {
    return """
        {"client_id": "app-%1$d", "client_name": "App", "client_secret": "0123456789abcdef",
         "redirect_uris": ["https://app-%1$d.%2$s/cb"], "scope": "openid"}
        """
        .formatted(i, domain);
  }

  private static boolean allows(Store store, ClientOrigins node, String origin) {
    node.forget();
    return store.inTransaction(() -> node.allows(origin));
  }

  private static ClientOrigins node(Store store, Background background) {
    var rows = new CountedRows();
    rows.em = store.em();
    rows.unreadable = new UnreadableRows();
    var node = new ClientOrigins();
    node.rows = rows;
    node.background = background;
    return node;
  }

  /** Counts the clients that are read. */
  private static final class CountedRows extends ClientRows {
    int read;
    boolean away;

    @Override
    Instant lastChange() {
      if (away) {
        throw new JDBCConnectionException("away", new java.sql.SQLException("away", "08006"));
      }
      return super.lastChange();
    }

    @Override
    List<Origins> changedOrigins(Instant since, String after, int most) {
      var changed = super.changedOrigins(since, after, most);
      read += changed.size();
      return changed;
    }
  }

  /** Never comes to its work, as with a database that does not answer. */
  private static final class Hanging extends Background {
    @Override
    public void execute(Runnable work) {
      // It waits.
    }
  }
}
