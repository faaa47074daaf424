package org.sallyport.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.transaction.Transaction;
import org.sallyport.platform.transaction.Transactions;
import org.sallyport.protocol.OAuthException;

/** Nobody waits for another host while a transaction runs, and few wait at once. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class FetchesTest {
  private static final URI THERE = URI.create("https://there.test/keys");

  private boolean known;
  private final List<String> done = new ArrayList<>();
  private final Transactions transactions = new Transactions();
  private final Fetches fetches = TestFetches.beside(transactions);

  @Test
  void no_host_is_asked_while_a_transaction_runs() {
    try (var there = Elsewhere.serving("x")) {
      var outgoing = TestOutgoing.allowing("keys.test");
      outgoing.fetches = fetches;
      var address = URI.create("http://keys.test:" + there.port() + "/");
      transactions.inNew(
          () -> assertThatIllegalStateException().isThrownBy(() -> outgoing.get(address, "*/*")));
      assertThat(there.connections()).isZero();
    }
  }

  @Test
  void what_a_transaction_needs_is_fetched_after_its_end_and_the_request_is_served_anew()
      throws Exception {
    assertThat(served(this::request)).isEqualTo("answer");
    assertThat(done).containsExactly("begin", "undo", "fetch", "begin", "commit");
  }

  @Test
  void another_fault_passes_as_it_is() {
    var fault = new IllegalArgumentException("a fault");
    assertThatThrownBy(
            () ->
                served(
                    () -> {
                      throw fault;
                    }))
        .isSameAs(fault);
  }

  @Test
  void a_request_that_needs_ever_more_is_given_up() {
    assertThatThrownBy(
            () ->
                served(
                    () -> {
                      throw new FetchFirst(THERE, () -> done.add("fetch"));
                    }))
        .isInstanceOf(OAuthException.class);
    assertThat(done).hasSize(8);
  }

  @Test
  void of_one_host_few_are_waited_for_at_once_and_others_are_still_asked() throws Exception {
    var waiting = new CountDownLatch(8);
    var answer = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 8; i++) {
      threads.add(new Thread(() -> fetches.first(THERE, () -> await(waiting, answer))));
    }
    threads.forEach(Thread::start);
    waiting.await();
    refused(THERE);
    fetches.first(URI.create("https://other.test/"), () -> done.add("other"));
    answer.countDown();
    for (var thread : threads) {
      thread.join();
    }
    fetches.first(THERE, () -> done.add("there"));
    assertThat(done).containsExactly("other", "there");
  }

  @Test
  void of_all_hosts_together_sixteen_are_waited_for_at_once() throws Exception {
    var waiting = new CountDownLatch(16);
    var answer = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < 16; i++) {
      var host = URI.create("https://host" + i + ".test/");
      threads.add(new Thread(() -> fetches.first(host, () -> await(waiting, answer))));
    }
    threads.forEach(Thread::start);
    waiting.await();
    refused(THERE);
    answer.countDown();
    for (var thread : threads) {
      thread.join();
    }
  }

  private void refused(URI place) {
    assertThatThrownBy(() -> fetches.first(place, () -> done.add("too many")))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(TEMPORARILY_UNAVAILABLE));
  }

  private static void await(CountDownLatch waiting, CountDownLatch answer) {
    waiting.countDown();
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String request() {
    return transactions.inNew(
        () -> {
          var running = Objects.requireNonNull(transactions.running());
          assertThat(running.participant(() -> new Logged(done))).isInstanceOf(Logged.class);
          if (!known) {
            fetches.first(THERE, this::fetch);
          }
          return "answer";
        });
  }

  private void fetch() {
    assertThat(transactions.running()).isNull();
    known = true;
    done.add("fetch");
  }

  /** Writes down when a transaction begins and how it ends. */
  private static final class Logged implements Transaction.Participant {
    private final List<String> log;
    private String end = "undo";

    Logged(List<String> log) {
      this.log = log;
      log.add("begin");
    }

    @Override
    public boolean failed() {
      return false;
    }

    @Override
    public void commit() {
      end = "commit";
    }

    @Override
    public void close() {
      log.add(end);
    }
  }

  private Object served(Callable<Object> request) throws Exception {
    var interceptor = new FetchesFirstInterceptor();
    interceptor.fetches = fetches;
    return interceptor.serve(
        (InvocationContext)
            Proxy.newProxyInstance(
                FetchesTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> request.call()));
  }
}
