package org.sallyport.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.sallyport.SettableClock;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.SigningAlgorithm;

class LiveKeysTest {
  private static final int SERIES = 4 + Purpose.values().length;
  private static final int ROTATING = SERIES - 1;

  private static final String LONG_AGO = "timestamp with time zone '2025-01-01 00:00:00+00'";

  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final MasterKey master = TestKeys.master();

  @StoreTest
  void the_first_start_makes_one_key_of_each_series(Store store) {
    node(store).start();
    assertThat(store.count("server_key", "key_number = 1")).isEqualTo(SERIES);
    assertThat(store.count("server_key", "true")).isEqualTo(SERIES);
  }

  @StoreTest
  void a_key_of_a_kind_that_only_a_newer_version_knows_is_left_alone(Store store) {
    node(store).start();
    for (var kind :
        List.of("'signing', 'ML-DSA-44'", "'newer', 'HS256'", "'encryption', 'ML-KEM'")) {
      store.sql(
          "insert into server_key (kid, purpose, algorithm, key_number, sealed_private,"
              + " created_at, active_from) values ('newer%s', %s, 1, 'x', %s, %s)"
                  .formatted(kind.hashCode(), kind, LONG_AGO, LONG_AGO));
    }
    var older = node(store);
    older.start();
    assertThat(older.ring().active(SigningAlgorithm.ES256, clock.instant())).isNotNull();
    assertThat(store.count("server_key", "true")).isEqualTo(SERIES + 3);
  }

  @StoreTest
  void such_a_key_is_logged_and_counted_once_however_often_keys_are_loaded(Store store) {
    node(store).start();
    store.sql(
        "insert into server_key (kid, purpose, algorithm, key_number, sealed_private,"
            + " created_at, active_from) values ('newer', 'signing', 'ML-DSA-44', 1, 'x', %s, %s)"
                .formatted(LONG_AGO, LONG_AGO));
    var older = node(store);
    older.start();
    clock.advance(TestKeys.ROTATE);
    older.refresh();
    assertThat(older.unreadable.measures())
        .extracting(Measure::labels, Measure::value)
        .containsExactly(tuple(Map.of("table", "server_key"), 1.0));
  }

  @StoreTest
  void a_second_start_makes_none_and_finds_the_same(Store store) {
    var first = node(store);
    first.start();
    var second = node(store);
    second.start();
    assertThat(second.ring().kids()).isEqualTo(first.ring().kids()).hasSize(SERIES);
  }

  @StoreTest
  void nodes_started_at_once_make_exactly_one_key_of_each_series(Store store) throws Exception {
    var nodes = IntStream.range(0, 4).mapToObj(i -> node(store)).toList();
    atOnce(nodes);
    assertThat(store.count("server_key", "true")).isEqualTo(SERIES);
    assertThat(nodes).extracting(n -> n.ring().kids()).containsOnly(nodes.get(0).ring().kids());
  }

  @StoreTest
  void nodes_that_rotate_at_once_make_exactly_one_successor(Store store) throws Exception {
    var nodes = IntStream.range(0, 4).mapToObj(i -> node(store)).toList();
    nodes.forEach(LiveKeys::start);
    clock.advance(TestKeys.ROTATE);
    atOnce(nodes);
    assertThat(store.count("server_key", "key_number = 2")).isEqualTo(ROTATING);
    assertThat(store.count("server_key", "key_number > 2")).isZero();
  }

  @StoreTest
  void a_key_made_by_another_node_is_known_after_the_next_refresh(Store store) {
    var one = node(store);
    var other = node(store);
    one.start();
    other.start();
    clock.advance(TestKeys.ROTATE);
    one.refresh();
    other.refresh();
    assertThat(other.published().json()).isEqualTo(one.published().json());
  }

  @StoreTest
  void a_key_of_another_algorithm_is_made_when_it_is_needed_and_kept_up_from_then_on(Store store)
      throws ParseException {
    var one = node(store);
    var other = node(store);
    one.start();
    other.start();
    TestKeys.signing(one).need(SigningAlgorithm.Ed25519);
    var kid = TestKeys.signing(one).active(SigningAlgorithm.Ed25519).kid();
    TestKeys.signing(other).need(SigningAlgorithm.Ed25519);
    assertThat(TestKeys.signing(other).active(SigningAlgorithm.Ed25519).kid()).isEqualTo(kid);
    assertThat(TestKeys.signing(one).active(SigningAlgorithm.Ed25519).kid()).isEqualTo(kid);
    for (var node : List.of(one, other)) {
      var published = JWKSet.parse(node.published().json()).getKeyByKeyId(kid);
      assertThat(published.getAlgorithm().getName()).isEqualTo("Ed25519");
      assertThat(published.isPrivate()).isFalse();
    }
    assertThat(store.count("server_key", "true")).isEqualTo(SERIES + 1);
    clock.advance(TestKeys.ROTATE);
    one.refresh();
    assertThat(store.count("server_key", "key_number = 2")).isEqualTo(ROTATING + 1);
  }

  @StoreTest
  void another_master_key_does_not_start_and_changes_nothing(Store store) {
    node(store).start();
    clock.advance(TestKeys.ROTATE);
    var stranger = TestKeys.node(store, clock, TestKeys.master());
    assertThatExceptionOfType(ConfigurationException.class).isThrownBy(stranger::start);
    assertThat(store.count("server_key", "true")).isEqualTo(SERIES);
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  @StoreTest
  void no_key_is_replaced_while_the_clocks_disagree_but_the_first_is_made(Store store) {
    var node = node(store);
    node.agreement = Optional::empty;
    node.start();
    assertThat(store.count("server_key", "true")).isEqualTo(SERIES);
    clock.advance(TestKeys.ROTATE);
    node.refresh();
    assertThat(store.count("server_key", "true")).isEqualTo(SERIES);
    node.agreement = () -> Optional.of(clock.instant());
    node.refresh();
    assertThat(store.count("server_key", "key_number = 2")).isEqualTo(ROTATING);
  }

  @StoreTest
  void removed_keys_are_swept_a_day_later(Store store) {
    var node = node(store);
    node.start();
    clock.advance(TestKeys.ROTATE);
    node.refresh();
    clock.advance(Duration.ofDays(1_000));
    store.inTransaction(() -> node.rows.sweep(clock.instant(), 1_000));
    var old = "key_number = 1 and purpose <> 'pairwise'";
    assertThat(store.count("server_key", old)).isZero();
    assertThat(store.count("server_key", "key_number = 2")).isEqualTo(ROTATING);
  }

  private LiveKeys node(Store store) {
    return TestKeys.node(store, clock, master);
  }

  static void atOnce(List<LiveKeys> nodes) throws Exception {
    var barrier = new CyclicBarrier(nodes.size());
    var pool = Executors.newFixedThreadPool(nodes.size());
    try {
      var starts =
          nodes.stream()
              .<Future<?>>map(
                  node ->
                      pool.submit(
                          () -> {
                            barrier.await();
                            node.refresh();
                            return true;
                          }))
              .toList();
      for (var start : starts) {
        start.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
