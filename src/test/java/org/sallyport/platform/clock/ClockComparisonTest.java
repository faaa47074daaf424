package org.sallyport.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.sallyport.platform.clock.ClockComparison.Moment;
import org.sallyport.platform.clock.ClockRule.ClockVerdict;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** What nodes make of a database whose clock is wrong, by what they store there for one another. */
class ClockComparisonTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration FAR = Duration.ofDays(100);
  private static final Duration TEN = Duration.ofSeconds(10);

  /** Everything that has a clock: all show the same until one is set. */
  private static final class World {
    private final Store store;
    private Duration passed = Duration.ZERO;
    private Duration database = Duration.ZERO;

    World(Store store) {
      this.store = store;
    }

    World setDatabase(Duration ahead) {
      database = ahead;
      return this;
    }

    World pass(Duration time) {
      passed = passed.plus(time);
      return this;
    }

    ClockVerdict asks(ClockComparison node) {
      return asks(node, Duration.ZERO, Duration.ZERO);
    }

    /** What a node makes of it whose own clock is off, and that slept for so long. */
    ClockVerdict asks(ClockComparison node, Duration off, Duration slept) {
      var now = START.plus(passed);
      var at = new Moment(now.minus(slept), now.plus(off), now.plus(database));
      return store.inTransaction(
          () -> {
            var clocks = new NodeClocks(store.em());
            var verdict = node.judge(at, clocks.all());
            clocks.say(node.said(at));
            return verdict;
          });
    }
  }

  @StoreTest
  void a_database_that_was_ahead_for_two_minutes_is_not_followed(Store store) {
    var world = new World(store);
    var node = new ClockComparison();
    assertThat(world.asks(node)).isEqualTo(agreed(Duration.ZERO));
    world.setDatabase(FAR);
    for (var round = 0; round < 12; round++) {
      assertThat(world.pass(TEN).asks(node)).isEqualTo(held(Duration.ZERO));
      assertThat(node.jumped()).isEqualTo(FAR);
    }
    world.setDatabase(Duration.ZERO);
    assertThat(world.pass(TEN).asks(node)).isEqualTo(agreed(Duration.ZERO));
  }

  @StoreTest
  void two_nodes_go_on_without_the_database(Store store) {
    var world = new World(store);
    var one = new ClockComparison();
    var other = new ClockComparison();
    world.asks(one);
    world.asks(other);
    world.setDatabase(FAR.negated()).pass(TEN);
    assertThat(world.asks(one)).isEqualTo(held(Duration.ZERO));
    assertThat(world.asks(other)).isEqualTo(agreed(Duration.ZERO));
    assertThat(world.pass(TEN).asks(one)).isEqualTo(agreed(Duration.ZERO));
  }

  @StoreTest
  void what_was_said_before_a_jump_does_not_speak_for_it(Store store) {
    var world = new World(store);
    var one = new ClockComparison();
    var other = new ClockComparison();
    world.asks(one);
    world.pass(TEN).asks(other);
    world.setDatabase(Duration.ofSeconds(70));
    assertThat(world.asks(one)).isEqualTo(held(Duration.ZERO));
    assertThat(world.pass(TEN).asks(one)).isEqualTo(held(Duration.ZERO));
  }

  @StoreTest
  void a_node_that_starts_while_the_database_is_ahead_goes_on_with_what_was_stored(Store store) {
    var world = new World(store);
    var node = new ClockComparison();
    world.asks(node);
    world.setDatabase(FAR).pass(Duration.ofMinutes(2));
    assertThat(world.asks(node)).isEqualTo(held(Duration.ZERO));
    assertThat(world.asks(new ClockComparison())).isEqualTo(agreed(Duration.ZERO));
  }

  @StoreTest
  void a_node_that_starts_while_its_machine_is_ahead_holds_on(Store store) {
    var world = new World(store);
    world.asks(new ClockComparison());
    world.setDatabase(FAR).pass(Duration.ofMinutes(2));
    var node = new ClockComparison();
    assertThat(world.asks(node, FAR, Duration.ZERO)).isEqualTo(held(FAR));
    world.setDatabase(Duration.ZERO).pass(TEN);
    assertThat(world.asks(node)).isEqualTo(agreed(Duration.ZERO));
  }

  @StoreTest
  void a_node_whose_own_clock_is_off_goes_by_the_database_after_a_restart_too(Store store) {
    var world = new World(store);
    var off = Duration.ofSeconds(90);
    for (var start = 0; start < 3; start++) {
      var verdict = world.pass(TEN).asks(new ClockComparison(), off, Duration.ZERO);
      assertThat(verdict).isEqualTo(agreed(Duration.ZERO));
    }
  }

  @StoreTest
  void a_node_that_slept_is_put_right_by_another(Store store) {
    var world = new World(store);
    var slept = new ClockComparison();
    var other = new ClockComparison();
    world.asks(slept);
    world.asks(other);
    var hour = Duration.ofHours(1);
    world.pass(hour);
    assertThat(world.asks(slept, Duration.ZERO, hour)).isEqualTo(held(hour));
    world.pass(TEN).asks(other);
    assertThat(world.pass(TEN).asks(slept, Duration.ZERO, hour)).isEqualTo(agreed(hour));
    assertThat(world.asks(other)).isEqualTo(agreed(Duration.ZERO));
  }

  @StoreTest
  void what_nodes_said_is_forgotten_after_a_day_or_when_it_lies_ahead(Store store) {
    var world = new World(store);
    world.asks(new ClockComparison());
    world.setDatabase(FAR).pass(TEN).asks(new ClockComparison(), FAR, Duration.ZERO);
    var clocks = new NodeClocks(store.em());
    forget(store, clocks, START.plusSeconds(60));
    assertThat(store.count("node_clock", "true")).isEqualTo(1);
    forget(store, clocks, START.plus(Duration.ofHours(25)));
    assertThat(store.count("node_clock", "true")).isZero();
  }

  private static void forget(Store store, NodeClocks clocks, Instant now) {
    store.run(() -> clocks.forget(now));
  }

  private static ClockVerdict agreed(Duration time) {
    return new ClockVerdict(time, true);
  }

  private static ClockVerdict held(Duration time) {
    return new ClockVerdict(time, false);
  }
}
