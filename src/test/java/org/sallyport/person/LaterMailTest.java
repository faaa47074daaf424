package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sallyport.person.LaterMail.MailKind;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.platform.ratelimit.RateLimit.LimitedAction;
import org.sallyport.platform.runtime.Background;
import org.sallyport.platform.transaction.Transactions;

/** Wishes for mails wait in a bounded place, and are taken whatever comes of those before. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class LaterMailTest {
  private static final MailKind KIND = new MailKind(LimitedAction.RESET, "A link");
  private static final int PLACES = 200;

  private final List<Runnable> waiting = new ArrayList<>();
  private final LaterMail later = new LaterMail();

  LaterMailTest() {
    later.limits = new RateLimit();
    later.transactions =
        new Transactions() {
          @Override
          public <T> T inNew(Supplier<T> work) {
            return work.get();
          }
        };
    later.background =
        new Background() {
          @Override
          public void execute(Runnable work) {
            waiting.add(work);
          }
        };
  }

  @Test
  void nothing_is_sent_before_the_answer() {
    var sent = new ArrayList<String>();
    assertThat(later.take(KIND, address(1), () -> sent.add("mail"))).isEmpty();
    assertThat(sent).isEmpty();
    waiting.forEach(Runnable::run);
    assertThat(sent).hasSize(1);
  }

  @Test
  void when_all_places_are_taken_the_next_wish_is_refused_until_one_is_free() {
    for (var i = 0; i < PLACES; i++) {
      assertThat(later.take(KIND, address(i), () -> true)).isEmpty();
    }
    assertThat(later.take(KIND, address(PLACES), () -> true)).hasValue("too many wait for a mail");
    waiting.remove(0).run();
    assertThat(later.take(KIND, address(PLACES), () -> true)).isEmpty();
  }

  @Test
  void a_wish_that_fails_frees_its_place() {
    for (var i = 0; i < 2 * PLACES; i++) {
      assertThat(later.take(KIND, address(i), LaterMailTest::fail)).isEmpty();
      waiting.remove(0).run();
    }
  }

  @Test
  void a_network_that_asks_too_often_is_refused_and_takes_no_place() {
    for (var i = 0; i < 20; i++) {
      assertThat(later.take(KIND, address(1), () -> true)).isEmpty();
    }
    assertThat(later.take(KIND, address(1), () -> true)).isPresent();
    assertThat(waiting).hasSize(20);
  }

  private static boolean fail() {
    throw new IllegalStateException("the database is away");
  }

  private static String address(int i) {
    return "192.0.%d.%d".formatted(i / 250, i % 250);
  }
}
