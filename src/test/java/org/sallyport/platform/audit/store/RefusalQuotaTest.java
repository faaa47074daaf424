package org.sallyport.platform.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalQuotaTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RefusalQuota quota = new RefusalQuota(nanos::get);

  @Test
  void a_network_has_so_many_of_a_kind_in_a_minute() {
    assertThat(kept(100, false, i -> Refusals.from("192.0.2.7"))).isEqualTo(60);
    assertThat(kept(1_000, true, i -> Refusals.from("192.0.2.7"))).isEqualTo(300);
    assertThat(kept(1, false, i -> Refusals.from("192.0.2.8"))).isEqualTo(1);
    assertThat(kept(1, false, i -> Refusals.signIn("192.0.2.7"))).isEqualTo(1);

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));

    assertThat(kept(1, false, i -> Refusals.from("192.0.2.7"))).isEqualTo(1);
  }

  @Test
  void all_addresses_of_one_household_are_one_network() {
    assertThat(kept(100, false, i -> Refusals.from("2001:db8::" + Integer.toHexString(i + 1))))
        .isEqualTo(60);
  }

  @Test
  void strangers_of_many_networks_fill_their_own_bound_and_no_other() {
    assertThat(kept(5_000, false, i -> Refusals.from("198.51.%d.%d".formatted(i / 200, i % 200))))
        .isEqualTo(600);

    assertThat(kept(5_000, true, i -> Refusals.from("198.51.%d.%d".formatted(i / 200, i % 200))))
        .isEqualTo(5_000);
  }

  @Test
  void a_flood_from_one_network_takes_nothing_from_others() {
    assertThat(kept(5_000, false, i -> Refusals.from("192.0.2.7"))).isEqualTo(60);

    assertThat(kept(500, false, i -> Refusals.from("198.51.%d.%d".formatted(i / 200, i % 200))))
        .isEqualTo(500);
  }

  private long kept(int many, boolean preferred, IntFunction<StoredEvent> refusals) {
    return IntStream.range(0, many).filter(i -> quota.has(refusals.apply(i), preferred)).count();
  }
}
