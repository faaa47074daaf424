package org.sallyport.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.sallyport.Poll;

/**
 * Two nodes that were first started at the same moment on one empty PostgreSQL, and HAProxy before
 * them: every request goes to the other node than the one before. Their keys change all the time.
 */
record Nodes(Server one, Server two, Server front, Postgres database) {
  static final String METRICS_TOKEN = "read-me-read-me-read-me";

  static final String SENDER = "nodes@id.test";

  private static final Map<String, String> SETTINGS =
      Mailbox.settings(
          SENDER,
          Map.of(
              "SALLYPORT_METRICS_TOKEN", METRICS_TOKEN,
              "SALLYPORT_TRUSTED_PROXIES", "127.0.0.1",
              "SALLYPORT_TOKENS_CODE_LIFETIME", "PT10M",
              "SALLYPORT_TOKENS_REFRESH_GRACE", "PT30S",
              "SALLYPORT_KEYS_ANNOUNCE", "PT10S",
              "SALLYPORT_KEYS_ROTATE", "PT45S"));

  private static final class Holder {
    static final Nodes SHARED = start();
  }

  static Nodes shared() {
    Proxy.HAPROXY.mustBeThere();
    return Holder.SHARED;
  }

  /** So many of whatever a test counts; with {@code -Dsallyport.scale=N} N times as many. */
  static int scaled(int usual) {
    return usual * Integer.getInteger("sallyport.scale", 1);
  }

  private static Nodes start() {
    unpackTheRuntime();
    var database = Postgres.empty();
    var nodes =
        together(
            List.<Callable<Server>>of(
                () -> Server.node("node-1", database, SETTINGS),
                () -> Server.node("node-2", database, SETTINGS)));
    var front = Proxy.HAPROXY.before(nodes.get(0), nodes.get(1));
    var all = new Nodes(nodes.get(0), nodes.get(1), front, database);
    all.awaitBoth();
    return all;
  }

  /** What each task gave, all begun at the same moment; a node may take minutes to start. */
  static <T> List<T> together(List<Callable<T>> tasks) {
    var threads = Executors.newFixedThreadPool(tasks.size());
    try {
      var done = new ArrayList<T>();
      for (var task : threads.invokeAll(tasks)) {
        done.add(task.get());
      }
      return done;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }

  // Done by the first start, which two starts at the same moment would do twice.
  private static void unpackTheRuntime() {
    if (!Files.exists(Path.of("target/payara-micro/launch-micro.jar"))) {
      Server.onH2();
    }
  }

  /** Returns when the balancer has both nodes in its rotation. */
  void awaitBoth() {
    for (var node : List.of(one, two)) {
      var browser = new Browser(node);
      Poll.until(
          Duration.ofMinutes(1), () -> browser.get(node.url("/health/ready")).status() == 200);
    }
    // The balancer asks every second.
    var browser = new Browser(front);
    for (var i = 0; i < 20; i++) {
      Poll.until(
          Duration.ofMinutes(1),
          () -> browser.get(front.url("/.well-known/openid-configuration")).status() == 200);
    }
  }
}
