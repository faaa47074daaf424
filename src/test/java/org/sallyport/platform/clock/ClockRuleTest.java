package org.sallyport.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.platform.clock.ClockRule.ClockReading;
import org.sallyport.platform.clock.ClockRule.ClockVerdict;
import org.sallyport.platform.clock.ClockRule.History;

/** Which clock is right: a table of what may go wrong with which of them. */
class ClockRuleTest {
  private static final Duration RIGHT = Duration.ZERO;
  private static final Duration OFF = Duration.ofSeconds(90);
  private static final Duration FAR = Duration.ofDays(100);
  private static final Duration SHORT = Duration.ofMinutes(10);
  private static final Optional<Duration> RUNNING = Optional.of(RIGHT);
  private static final Optional<Duration> STARTED = Optional.empty();
  private static final List<Duration> NOBODY = List.of();
  private static final Optional<History> NEW = Optional.empty();

  static Stream<Arguments> situations() {
    return Stream.of(
        // A node that runs, by itself.
        alone("all is well", RUNNING, now(RIGHT, RIGHT), agreed(RIGHT)),
        alone("the database drifts", RUNNING, now(sec(5), RIGHT), agreed(sec(5))),
        alone("its own clock is off", RUNNING, now(RIGHT, OFF), agreed(RIGHT)),
        alone("the database jumps on", RUNNING, now(FAR, RIGHT), held(RIGHT)),
        alone("the database jumps back", RUNNING, now(FAR.negated(), RIGHT), held(RIGHT)),
        alone("and stays there", RUNNING, settled(FAR, RIGHT), held(RIGHT)),
        alone("both jump, each elsewhere", RUNNING, now(FAR, OFF), held(RIGHT)),
        alone("it slept, or their machine's clock jumps", RUNNING, now(FAR, FAR), held(FAR)),
        alone("for an hour", RUNNING, settled(FAR, FAR), agreed(FAR)),
        // A node that runs, beside others.
        beside(List.of(RIGHT), RUNNING, now(FAR, RIGHT), agreed(RIGHT)),
        beside(List.of(RIGHT), RUNNING, now(FAR, FAR), agreed(RIGHT)),
        beside(List.of(FAR), RUNNING, now(FAR, RIGHT), agreed(FAR)),
        beside(List.of(FAR, RIGHT), RUNNING, now(FAR, RIGHT), held(RIGHT)),
        beside(List.of(FAR, RIGHT, RIGHT), RUNNING, now(FAR, RIGHT), agreed(RIGHT)),
        beside(List.of(OFF), RUNNING, now(FAR, RIGHT), held(RIGHT)),
        // A node that has started, beside others.
        beside(List.of(RIGHT), STARTED, now(RIGHT, RIGHT), agreed(RIGHT)),
        beside(List.of(RIGHT), STARTED, now(RIGHT, OFF), agreed(RIGHT)),
        beside(List.of(RIGHT), STARTED, now(FAR, RIGHT), agreed(RIGHT)),
        beside(List.of(RIGHT), STARTED, now(FAR, OFF), held(RIGHT)),
        // The first node of a new database.
        alone("new", STARTED, now(RIGHT, RIGHT), agreed(RIGHT)),
        alone("new, its clock is off", STARTED, now(RIGHT, OFF), agreed(RIGHT)));
  }

  static Stream<Arguments> restarts() {
    var usual = history(SHORT, RIGHT);
    var longAgo = history(Duration.ofDays(3), RIGHT);
    var alwaysOff = history(SHORT, OFF);
    return Stream.of(
        row("soon", now(RIGHT, RIGHT), usual, agreed(RIGHT)),
        row("after days", now(RIGHT, RIGHT), longAgo, held(RIGHT)),
        row("after days, an hour later", settled(RIGHT, RIGHT), longAgo, agreed(RIGHT)),
        row("the database is ahead", now(FAR, RIGHT), usual, agreed(RIGHT)),
        row("the database is behind", now(FAR.negated(), RIGHT), usual, agreed(RIGHT)),
        row("and both for good", settled(FAR, FAR), usual, agreed(FAR)),
        row("both are ahead", now(FAR, FAR), usual, held(FAR)),
        row("both are behind", now(FAR.negated(), FAR.negated()), usual, held(FAR.negated())),
        row("each is elsewhere", now(FAR, FAR.negated()), usual, held(FAR)),
        row("either may be right", now(RIGHT, OFF), usual, held(RIGHT)),
        row("and no time tells", settled(RIGHT, OFF), usual, held(RIGHT)),
        row("off as ever", now(RIGHT, OFF), alwaysOff, agreed(RIGHT)),
        row("no longer off", now(RIGHT, RIGHT), alwaysOff, agreed(RIGHT)),
        row("off as ever, ahead", now(FAR, FAR.plus(OFF)), alwaysOff, held(FAR)),
        row("its clock is far off", now(RIGHT, FAR.negated()), usual, agreed(RIGHT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"situations", "restarts"})
  void two_of_three_decide(String name, ClockRule rule, ClockVerdict verdict) {
    assertThat(rule.verdict()).as(name).isEqualTo(verdict);
  }

  @Test
  void clocks_that_are_a_minute_apart_agree_and_no_further() {
    assertThat(ClockRule.agree(RIGHT, sec(60))).isTrue();
    assertThat(ClockRule.agree(RIGHT, sec(-60))).isTrue();
    assertThat(ClockRule.agree(RIGHT, sec(61))).isFalse();
    assertThat(ClockRule.agree(sec(-61), RIGHT)).isFalse();
  }

  @Property
  void a_node_alone_deletes_by_no_clock_that_has_jumped_within_the_hour(
      @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long database,
      @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long wall) {
    var verdict = new ClockRule(RUNNING, now(sec(database), sec(wall)), NOBODY, NEW).verdict();
    if (verdict.agreed()) {
      assertThat(ClockRule.agree(verdict.time(), RIGHT)).isTrue();
    }
  }

  private static Arguments alone(
      String name, Optional<Duration> own, ClockReading now, ClockVerdict verdict) {
    return arguments(name, new ClockRule(own, now, NOBODY, NEW), verdict);
  }

  private static Arguments beside(
      List<Duration> others, Optional<Duration> own, ClockReading now, ClockVerdict verdict) {
    var rule = new ClockRule(own, now, others, NEW);
    return arguments(now + " beside " + others, rule, verdict);
  }

  private static Arguments row(
      String name, ClockReading now, History before, ClockVerdict verdict) {
    var rule = new ClockRule(STARTED, now, NOBODY, Optional.of(before));
    return arguments("restart: " + name, rule, verdict);
  }

  private static History history(Duration ago, Duration wallAhead) {
    return new History(ago.negated(), List.of(wallAhead));
  }

  private static ClockReading now(Duration database, Duration wall) {
    return new ClockReading(database, wall, Duration.ofMinutes(59));
  }

  private static ClockReading settled(Duration database, Duration wall) {
    return new ClockReading(database, wall, Duration.ofHours(1));
  }

  private static ClockVerdict agreed(Duration time) {
    return new ClockVerdict(time, true);
  }

  private static ClockVerdict held(Duration time) {
    return new ClockVerdict(time, false);
  }

  private static Duration sec(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
