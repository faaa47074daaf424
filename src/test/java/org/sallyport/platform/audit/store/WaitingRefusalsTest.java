package org.sallyport.platform.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.persistence.Race;

class WaitingRefusalsTest {
  private final WaitingRefusals waiting = new WaitingRefusals(3);

  @Test
  void what_is_preferred_is_written_first() {
    var one = Refusals.refusal();
    var two = Refusals.refusal();
    waiting.add(one, false);
    waiting.add(two, true);

    assertThat(waiting.take(1)).containsExactly(two);
    assertThat(waiting.take(9)).containsExactly(one);
    assertThat(waiting.take(9)).isEmpty();
  }

  @Test
  void where_there_is_no_room_a_strangers_is_dropped_and_it_is_told_which() {
    var first = Refusals.refusal();
    var last = Refusals.refusal();
    var preferred = Refusals.refusal();
    waiting.add(first, false);
    waiting.add(Refusals.refusal(), true);
    waiting.add(last, false);

    assertThat(waiting.add(preferred, true)).contains(last);
    var late = Refusals.refusal();
    assertThat(waiting.add(late, false)).contains(late);
    assertThat(waiting.take(9)).hasSize(3).contains(first, preferred).doesNotContain(last, late);
  }

  @Test
  void where_all_are_preferred_the_newest_is_dropped() {
    IntStream.range(0, 3).forEach(i -> waiting.add(Refusals.refusal(), true));
    var late = Refusals.refusal();

    assertThat(waiting.add(late, true)).contains(late);
    assertThat(waiting.size()).isEqualTo(3);
  }

  @Test
  void of_any_number_at_once_each_is_taken_or_told_to_be_dropped() {
    var small = new WaitingRefusals(50);

    var dropped =
        Race.of(8, () -> IntStream.range(0, 100).filter(i -> isDropped(small, i)).count());

    assertThat(dropped.stream().mapToLong(d -> d).sum()).isEqualTo(750);
    assertThat(List.copyOf(small.take(1_000))).hasSize(50);
  }

  private static boolean isDropped(WaitingRefusals waiting, int i) {
    return waiting.add(Refusals.refusal(), i % 2 == 0).isPresent();
  }
}
