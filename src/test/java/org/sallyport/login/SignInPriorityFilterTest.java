package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.person.credential.Crowd;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

class SignInPriorityFilterTest {
  private static final int AT_ONCE = 2;
  private static final int APPLICATIONS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGER = PATIENCE.multipliedBy(3);

  private final ExecutorService applications = Executors.newFixedThreadPool(APPLICATIONS);
  private final AtomicInteger begun = new AtomicInteger();
  private final Semaphore ended = new Semaphore(0);

  @AfterEach
  void let_all_go() {
    ended.release(APPLICATIONS);
    applications.shutdown();
    Poll.until(PATIENCE, applications::isTerminated);
  }

  /** All applications ask for something that takes until it is ended. */
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  private void rush(Crowd crowd, Duration longestWait) {
    var filter = new SignInPriorityFilter(AT_ONCE, longestWait);
    filter.hashing = crowd.hashing();
    for (var i = 0; i < APPLICATIONS; i++) {
      applications.execute(() -> ask(filter));
    }
  }

  private void ask(SignInPriorityFilter filter) {
    var request = new TestRequest("POST", "/oauth2/token").request();
    try {
      filter.doFilter(request, new TestResponse().response(), (q, a) -> serve());
    } catch (IOException | ServletException e) {
      throw new AssertionError(e);
    }
  }

  private void serve() {
    begun.incrementAndGet();
    ended.acquireUninterruptibly();
  }

  private void awaitBegun(int number) {
    Poll.until(PATIENCE, () -> begun.get() >= number);
  }

  @Test
  void while_people_wait_for_their_turn_so_many_applications_are_served_at_once()
      throws InterruptedException {
    try (var crowd = new Crowd(1)) {
      rush(crowd, LONGER);
      awaitBegun(AT_ONCE);
      Thread.sleep(500);
      assertThat(begun).hasValue(AT_ONCE);
      ended.release(3);
      awaitBegun(AT_ONCE + 3);
    }
  }

  @Test
  void when_nobody_waits_for_a_turn_all_are_served() {
    try (var crowd = new Crowd(0)) {
      rush(crowd, LONGER);
      awaitBegun(APPLICATIONS);
    }
  }

  @Test
  void nobody_gives_way_for_longer_than_said() {
    try (var crowd = new Crowd(1)) {
      rush(crowd, Duration.ofMillis(100));
      awaitBegun(APPLICATIONS);
    }
  }

  @Test
  void nobody_gives_way_when_too_many_threads_wait_already() {
    try (var crowd = new Crowd(128)) {
      rush(crowd, LONGER);
      awaitBegun(APPLICATIONS);
    }
  }
}
