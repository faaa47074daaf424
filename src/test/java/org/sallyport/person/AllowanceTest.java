package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.person.Counter.Kind;

@Spec("NIST SP 800-63B-4 §3.2.2")
class AllowanceTest {
  private static final Instant LAST = Instant.parse("2026-01-01T12:00:00Z");
  private final Allowance allowance =
      new Allowance(3, Duration.ofSeconds(5), Duration.ofMinutes(1));

  @Test
  void the_first_failures_cost_nothing() {
    assertThat(allowance.next(3, LAST)).isEqualTo(LAST);
  }

  @Test
  void each_further_one_doubles_the_wait() {
    assertThat(allowance.next(4, LAST)).isEqualTo(LAST.plusSeconds(5));
    assertThat(allowance.next(5, LAST)).isEqualTo(LAST.plusSeconds(10));
    assertThat(allowance.next(7, LAST)).isEqualTo(LAST.plusSeconds(40));
    assertThat(allowance.next(8, LAST)).isEqualTo(LAST.plusSeconds(60));
  }

  @Property
  @Security(141)
  void no_number_of_failures_locks_anyone_out(
      @ForAll Kind kind, @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int failures) {
    assertThat(kind.allowance().next(failures, LAST)).isBetween(LAST, LAST.plusSeconds(3_600));
  }

  @Property
  void one_more_failure_never_shortens_the_wait(
      @ForAll Kind kind, @ForAll @IntRange(max = 10_000) int failures) {
    var next = kind.allowance().next(failures + 1, LAST);
    assertThat(next).isAfterOrEqualTo(kind.allowance().next(failures, LAST));
  }
}
