package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a server again and again while it starts, and keeps what it was answered. */
final class StartWatch implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();
  private final CountDownLatch answered = new CountDownLatch(1);
  private final Thread asking;

  /** Begins to ask whoever listens at the port of this server. */
  StartWatch(Server server) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/no-page-of-sallyport"))
            .timeout(Duration.ofSeconds(5))
            .build();
    asking = new Thread(() -> askUntilInterrupted(request));
    asking.start();
  }

  /** What was answered; a refused connection is no answer. */
  List<HttpResponse<String>> answers() {
    return List.copyOf(answers);
  }

  /** Waits until there is an answer; refuses to wait longer than ten seconds. */
  void waitsForAnAnswer() throws InterruptedException {
    assertThat(answered.await(10, TimeUnit.SECONDS)).as("an answer").isTrue();
  }

  private void askUntilInterrupted(HttpRequest request) {
    try {
      while (true) {
        ask(request);
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(HttpRequest request) throws InterruptedException {
    try {
      answers.add(client.send(request, BodyHandlers.ofString()));
      answered.countDown();
    } catch (IOException nobodyThere) {
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    asking.interrupt();
  }
}
