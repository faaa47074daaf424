package org.sallyport.platform.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ClientErrorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.platform.runtime.PassingFault;

/** Bodies that come at once, late, or never. */
class RequestBodiesTest {
  private static final int MOST = 100;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong nanos = new AtomicLong();
  private final RequestBodies bodies = new RequestBodies(nanos::get);
  private final ExecutorService crowd = Executors.newCachedThreadPool();
  private final CountDownLatch begun = new CountDownLatch(MOST);
  private final CountDownLatch arrival = new CountDownLatch(1);
  private final AtomicInteger refused = new AtomicInteger();

  @AfterEach
  void everything_arrives_at_last() {
    arrival.countDown();
    crowd.shutdown();
  }

  @Test
  @Security(66)
  void the_slowest_gives_way_to_one_that_is_there() throws Exception {
    asManyAsThereMayBe();
    nanos.addAndGet(SECOND);
    assertThat(bodies.read(new ByteArrayInputStream(new byte[] {1, 2}))).containsExactly(1, 2);
    Poll.until(Duration.ofSeconds(20), () -> refused.get() == 1);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  @Security(66)
  void those_that_take_too_long_are_given_up_by_whoever_comes_next() throws Exception {
    asManyAsThereMayBe();
    nanos.addAndGet(10 * SECOND);
    assertThat(bodies.read(new ByteArrayInputStream(new byte[1]))).hasSize(1);
    Poll.until(Duration.ofSeconds(20), () -> refused.get() == MOST);
  }

  @Test
  @Security(66)
  void where_none_is_slow_one_more_has_to_come_again() throws Exception {
    asManyAsThereMayBe();
    nanos.addAndGet(SECOND - 1);
    assertThatThrownBy(() -> bodies.read(new ByteArrayInputStream(new byte[1])))
        .isInstanceOf(PassingFault.class);
    assertThat(refused).hasValue(0);
  }

  @Test
  @Security(66)
  void a_body_that_comes_byte_by_byte_is_given_up() {
    var slow =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("is read in parts");
          }

          @Override
          public int read(byte[] part, int from, int most) {
            nanos.addAndGet(SECOND);
            return 1;
          }
        };
    refusedWith("408", slow);
    assertThat(nanos.get()).isLessThan(12 * SECOND);
  }

  @Test
  void a_body_that_breaks_off_is_refused_and_no_fault() {
    refusedWith("408", new Late(() -> new IOException("connection reset")));
  }

  private void refusedWith(String status, InputStream body) {
    assertThatThrownBy(() -> bodies.read(body))
        .isInstanceOf(ClientErrorException.class)
        .hasMessageContaining(status);
  }

  private void asManyAsThereMayBe() throws InterruptedException {
    for (var i = 0; i < MOST; i++) {
      crowd.execute(this::waits);
    }
    begun.await();
  }

  private void waits() {
    try {
      bodies.read(new Late(this::awaited));
    } catch (ClientErrorException e) {
      refused.incrementAndGet();
    }
  }

  private IOException awaited() {
    begun.countDown();
    try {
      arrival.await();
      return new IOException("the test is over");
    } catch (InterruptedException e) {
      return new InterruptedIOException("gave way");
    }
  }

  private interface Ending {
    IOException reason();
  }

  /** A body of which nothing ever comes. */
  private static final class Late extends InputStream {
    private final Ending ending;

    Late(Ending ending) {
      this.ending = ending;
    }

    @Override
    public int read() throws IOException {
      throw ending.reason();
    }

    @Override
    public int read(byte[] part, int from, int most) throws IOException {
      return read();
    }
  }
}
