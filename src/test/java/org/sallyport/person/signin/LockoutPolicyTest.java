package org.sallyport.person.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.person.signin.FailureCounter.CounterKind;

@Spec("NIST SP 800-63B-4 §3.2.2")
class LockoutPolicyTest {
  private static final Instant LAST = Instant.parse("2026-01-01T12:00:00Z");
  private final LockoutPolicy allowance =
      new LockoutPolicy(3, Duration.ofSeconds(5), Duration.ofMinutes(1));

  @Test
  void the_first_failures_cost_nothing() {
    assertThat(next(allowance, 3, LAST)).isEqualTo(LAST);
  }

  @Test
  void each_further_one_doubles_the_wait() {
    assertThat(next(allowance, 4, LAST)).isEqualTo(LAST.plusSeconds(5));
    assertThat(next(allowance, 5, LAST)).isEqualTo(LAST.plusSeconds(10));
    assertThat(next(allowance, 7, LAST)).isEqualTo(LAST.plusSeconds(40));
    assertThat(next(allowance, 8, LAST)).isEqualTo(LAST.plusSeconds(60));
  }

  @Property
  @Security(141)
  void no_number_of_failures_locks_anyone_out(
      @ForAll CounterKind kind, @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int failures) {
    assertThat(next(kind.allowance(), failures, LAST)).isBetween(LAST, LAST.plusSeconds(3_600));
  }

  @Property
  void one_more_failure_never_shortens_the_wait(
      @ForAll CounterKind kind, @ForAll @IntRange(max = 10_000) int failures) {
    var next = next(kind.allowance(), failures + 1, LAST);
    assertThat(next).isAfterOrEqualTo(next(kind.allowance(), failures, LAST));
  }

  @Test
  void a_wait_runs_out() {
    assertThat(allowance.left(5, LAST, LAST.plusSeconds(4))).contains(Duration.ofSeconds(6));
    assertThat(allowance.left(5, LAST, LAST.plusSeconds(10))).isEmpty();
  }

  @Property
  void no_clock_makes_anyone_wait_below_the_limit(
      @ForAll CounterKind kind, @ForAll("moments") Instant last, @ForAll("moments") Instant now) {
    for (var failures = 0; failures <= kind.free(); failures++) {
      assertThat(kind.allowance().left(failures, last, now)).isEmpty();
    }
  }

  @Property
  @Security(141)
  void no_clock_makes_anyone_wait_longer_than_the_longest(
      @ForAll CounterKind kind,
      @ForAll int failures,
      @ForAll("moments") Instant last,
      @ForAll("moments") Instant now) {
    assertThat(kind.allowance().left(failures, last, now).orElse(Duration.ZERO))
        .isBetween(Duration.ZERO, kind.longest());
  }

  @Property
  void whoever_fails_too_often_waits_even_if_the_failure_seems_to_lie_ahead(
      @ForAll CounterKind kind,
      @ForAll @IntRange(max = 1_000) int more,
      @ForAll("moments") Instant now) {
    for (var last : List.of(now, Instant.MAX)) {
      assertThat(kind.allowance().left(kind.free() + 1 + more, last, now))
          .hasValueSatisfying(left -> assertThat(left).isPositive());
    }
  }

  /** When the next try may be made, after so many failures of which the last was then. */
  private static Instant next(LockoutPolicy allowance, int failures, Instant last) {
    return last.plus(allowance.left(failures, last, last).orElse(Duration.ZERO));
  }

  /** Of any clock, right or wrong: near one another, and at both ends of time. */
  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-5_000, 5_000).map(LAST::plusMillis),
        Arbitraries.longs()
            .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
            .map(Instant::ofEpochSecond),
        Arbitraries.of(Instant.MIN, Instant.EPOCH, Instant.MAX));
  }
}
