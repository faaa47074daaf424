package org.sallyport.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;

/** Who waits for us waits three seconds for other hosts, however many there are to ask. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class OutgoingTimeBudgetTest {
  private static final Duration FOREVER = Duration.ofMinutes(1);

  private final OutgoingRequests outgoing = TestOutgoing.allowing("slow.test, other.test");

  @Test
  @Security(127)
  void slow_hosts_share_three_seconds() {
    outgoing.patience = new OutgoingTimeBudget();
    try (var slow =
        Elsewhere.sending(
            ServerSocketFactory.getDefault(), out -> Thread.sleep(FOREVER.toMillis()))) {
      var began = System.nanoTime();
      for (var host : new String[] {"slow.test", "other.test", "slow.test"}) {
        var uri = URI.create("http://" + host + ":" + slow.port() + "/");
        assertThatThrownBy(() -> outgoing.get(uri, "*/*")).isInstanceOf(IOException.class);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(Duration.ofMillis(2_900), Duration.ofMillis(4_500));
      assertThat(slow.connections()).isEqualTo(1);
    }
  }

  @Test
  void quick_ones_leave_most_of_it() throws IOException {
    outgoing.patience = new OutgoingTimeBudget();
    try (var quick = Elsewhere.serving("ok")) {
      for (var i = 0; i < 10; i++) {
        outgoing.get(URI.create("http://other.test:" + quick.port() + "/"), "*/*");
      }
    }
    assertThat(outgoing.patience.left()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(3));
  }
}
