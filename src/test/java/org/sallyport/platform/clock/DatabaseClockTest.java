package org.sallyport.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.sallyport.SettableClock;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.transaction.Transactions;

/** A node whose clock is wrong goes by the database's. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class DatabaseClockTest {
  private static final Duration WRONG = Duration.ofSeconds(90);

  @StoreTest
  void a_clock_that_is_ahead_is_put_back(Store store) {
    var clock = compared(off(WRONG), store.transactions(), store);
    isNow(clock);
    assertThat(clock.warning()).contains("the clock differs from the database's by 90 s");
  }

  @StoreTest
  void a_clock_that_is_behind_is_put_forward(Store store) {
    var clock = compared(off(WRONG.negated()), store.transactions(), store);
    isNow(clock);
    assertThat(clock.warning()).contains("the clock differs from the database's by -90 s");
  }

  @StoreTest
  void a_clock_that_is_right_keeps_its_own_time(Store store) {
    var own = new SettableClock(Instant.now().plusMillis(500));
    var clock = compared(own, store.transactions(), store);
    assertThat(clock.clock().instant()).isEqualTo(own.instant());
    assertThat(clock.warning()).isEmpty();
  }

  @StoreTest
  void an_answer_that_took_long_changes_nothing(Store store) {
    var own = new SettableClock(Instant.now().plus(WRONG));
    var clock = compared(own, delayed(store.transactions(), own), store);
    assertThat(clock.clock().instant()).isEqualTo(own.instant());
  }

  @StoreTest
  void a_start_asks_again_if_the_first_answer_took_long(Store store) {
    var own = new SettableClock(Instant.now().plus(WRONG));
    var asked = new AtomicInteger();
    var firstDelayed =
        new Transactions() {
          @Override
          public <T> T inNew(Supplier<T> work) {
            if (asked.incrementAndGet() == 1) {
              own.advance(Duration.ofSeconds(2));
            }
            return store.transactions().inNew(work);
          }
        };
    var clock = clock(own, firstDelayed, store);
    clock.background = withoutTimers();
    clock.start();
    assertThat(asked).hasValue(2);
    isNow(clock);
  }

  private static Background withoutTimers() {
    return new Background() {
      @Override
      public void every(Duration pause, Duration first, Runnable work) {}
    };
  }

  private static Transactions delayed(Transactions transactions, SettableClock clock) {
    return new Transactions() {
      @Override
      public <T> T inNew(Supplier<T> work) {
        clock.advance(Duration.ofSeconds(2));
        return transactions.inNew(work);
      }
    };
  }

  private static Clock off(Duration wrong) {
    return Clock.offset(Clock.systemUTC(), wrong);
  }

  /** What a node with this clock makes of the database's. */
  private static DatabaseClock compared(Clock own, Transactions transactions, Store store) {
    var clock = clock(own, transactions, store);
    clock.compare();
    return clock;
  }

  private static DatabaseClock clock(Clock own, Transactions transactions, Store store) {
    var clock = new DatabaseClock();
    clock.em = store.em();
    clock.transactions = transactions;
    clock.clock = new SharedClock(own);
    return clock;
  }

  private static void isNow(DatabaseClock clock) {
    assertThat(clock.clock().instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
  }
}
