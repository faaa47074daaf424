package org.sallyport.client.logo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.Clients;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.image.TestPictures;
import org.sallyport.platform.outgoing.Elsewhere;
import org.sallyport.platform.outgoing.TestOutgoing;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;

/** Logos are fetched once, by one node, beside all requests, and nothing harmful with them. */
@Spec("OpenID Connect Dynamic Client Registration 1.0 §9.1")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class LogoRoundsTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));

  /** A node on a store, and the clients there. */
  private final class Node {
    final Store store;
    final StoredClients clients;
    final LogoRounds rounds = new LogoRounds();
    final ClientLogos logos = new ClientLogos();

    Node(Store store) {
      this.store = store;
      clients = new StoredClients(store, clock);
      var rows = new ClientLogoRows();
      rows.em = store.em();
      rows.transactions = store.transactions();
      logos.rows = rows;
      rounds.rows = rows;
      rounds.source = new LogoSource();
      rounds.source.outgoing = TestOutgoing.allowing("keys.test");
      rounds.clients =
          new Clients() {
            @Override
            public Optional<Client> find(ClientId id) {
              return store.inTransaction(() -> clients.clients().find(id));
            }
          };
      rounds.clock = clock;
    }

    void registers(String uri) {
      clock.advance(Duration.ofSeconds(1));
      clients.apply(entry(uri));
      clients.forget();
    }

    /** One round, and what the page shows after it. */
    Optional<String> round() {
      rounds.run();
      logos.forget();
      return path();
    }

    Optional<String> path() {
      var client = store.inTransaction(() -> clients.clients().find(new ClientId("shop")));
      return store.inTransaction(() -> client.flatMap(logos::path));
    }

    byte[] image(String path) {
      var hash = path.replaceAll("/logos/|[.]png", "");
      return store.inTransaction(() -> logos.image(hash)).orElseThrow();
    }
  }

  private static String entry(String uri) {
    return """
        [{"client_id": "shop", "client_name": "Shop", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://shop.test/cb"], "scope": "openid", "logo_uri": "%s"}]
        """
        .formatted(uri);
  }

  private static String at(Elsewhere there, String path) {
    return "http://keys.test:" + there.port() + path;
  }

  private static String body(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static String logo() {
    return body(TestPictures.of("jpeg", 400, 300));
  }

  @StoreTest
  void a_logo_is_fetched_once_and_kept_as_a_small_png_of_our_own(Store store) {
    try (var there = Elsewhere.serving(logo())) {
      var node = new Node(store);
      node.registers(at(there, "/logo.jpg"));
      assertThat(node.path()).isEmpty();
      var path = node.round().orElseThrow();
      assertThat(path).matches("/logos/[0-9a-f]{64}[.]png");
      assertThat(node.image(path)).startsWith(0x89, 'P', 'N', 'G').hasSizeLessThan(5_000);
      clock.advance(Duration.ofDays(30));
      assertThat(node.round()).contains(path);
      assertThat(there.connections()).isEqualTo(1);
      assertThat(there.requests())
          .contains("GET /logo.jpg HTTP/1.1")
          .noneMatch(r -> r.contains("ookie"));
    }
  }

  @StoreTest
  void of_two_nodes_one_fetches_it(Store store) throws Exception {
    try (var there = Elsewhere.serving(logo())) {
      var nodes = IntStream.range(0, 4).mapToObj(i -> new Node(store)).toList();
      nodes.get(3).registers(at(there, "/"));
      nodes.forEach(node -> node.clients.forget());
      var threads = Executors.newFixedThreadPool(nodes.size());
      try {
        var work = nodes.stream().<Callable<Optional<String>>>map(n -> n::round).toList();
        for (var done : threads.invokeAll(work)) {
          assertThat(done.get()).isNotNull();
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(there.connections()).isEqualTo(1);
      assertThat(nodes.stream().map(Node::round).distinct())
          .hasSize(1)
          .doesNotContain(Optional.empty());
    }
  }

  @StoreTest
  void another_address_is_fetched_and_the_logo_of_before_is_not_shown(Store store) {
    try (var there = Elsewhere.serving(logo())) {
      var node = new Node(store);
      node.registers(at(there, "/1"));
      var first = node.round().orElseThrow();
      there.serve(body(TestPictures.of("png", 64, 64)));
      node.registers(at(there, "/2"));
      node.logos.forget();
      assertThat(node.path()).isEmpty();
      assertThat(node.round()).isPresent().isNotEqualTo(Optional.of(first));
      assertThat(there.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_client_that_is_disabled_or_has_no_logo_any_more_is_not_asked_for() {
    var store = Stores.h2();
    try (var there = Elsewhere.sending("HTTP/1.1 503 Busy\r\n\r\n")) {
      var node = new Node(store);
      node.registers(at(there, "/"));
      assertThat(node.round()).isEmpty();
      node.clients.apply(entry("x").replaceFirst(", \"logo_uri\": \"x\"", ""));
      node.clients.forget();
      clock.advance(Duration.ofDays(2));
      node.round();
      clock.advance(Duration.ofDays(2));
      node.round();
      assertThat(there.connections()).isEqualTo(1);
      there.serve(logo());
      node.registers(at(there, "/"));
      assertThat(node.round()).isPresent();
    }
  }

  @StoreTest
  void what_fails_is_tried_again_with_growing_pauses(Store store) {
    try (var there = Elsewhere.sending("HTTP/1.1 404 No\r\n\r\n")) {
      var node = new Node(store);
      node.registers(at(there, "/"));
      node.round();
      var pauses =
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(10),
              Duration.ofHours(1),
              Duration.ofHours(6),
              Duration.ofDays(1),
              Duration.ofDays(1));
      for (var i = 0; i < pauses.size(); i++) {
        clock.advance(pauses.get(i).minusSeconds(1));
        node.round();
        assertThat(there.connections()).isEqualTo(i + 1);
        clock.advance(Duration.ofSeconds(1));
        node.round();
        assertThat(there.connections()).isEqualTo(i + 2);
      }
      assertThat(store.count("client_logo", "last_error like '%404%' and image is null")).isOne();
      there.serve(logo());
      clock.advance(Duration.ofDays(1));
      assertThat(node.round()).isPresent();
      assertThat(store.count("client_logo", "last_error is null and next_try is null")).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 302 Found\r\nLocation: http://keys.test/\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n<!DOCTYPE html><script>x()</script>",
        "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\n\r\n<svg xmlns='x'/>",
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 262145\r\n\r\n\u0089PNG",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u0089PNG",
        "no HTTP at all"
      })
  @Security(126)
  void what_is_no_picture_is_not_kept(String answer) {
    try (var there = Elsewhere.sending(answer)) {
      var node = new Node(Stores.h2());
      node.registers(at(there, "/"));
      assertThat(node.round()).isEmpty();
      assertThat(node.store.count("client_logo", "image is null and tries = 1")).isOne();
      assertThat(there.connections()).isEqualTo(1);
    }
  }

  @Test
  @Security(29)
  void bombs_are_not_kept_and_not_unpacked() {
    for (var bomb : List.of(TestPictures.bomb(60_000, 60_000), TestPictures.bomb(4_096, 4_096))) {
      try (var there = Elsewhere.serving(body(bomb))) {
        var node = new Node(Stores.h2());
        node.registers(at(there, "/"));
        assertThat(node.round()).isEmpty();
        assertThat(node.store.count("client_logo", "last_error like '%four million%'")).isOne();
      }
    }
  }

  @Test
  @Security(126)
  void a_private_address_is_not_asked() {
    try (var there = Elsewhere.serving(logo())) {
      var node = new Node(Stores.h2());
      node.registers("https://elsewhere.test:" + there.port() + "/logo.png");
      assertThat(node.round()).isEmpty();
      assertThat(there.connections()).isZero();
      assertThat(node.store.count("client_logo", "last_error like '%public Internet%'")).isOne();
    }
  }

  @Test
  void a_host_that_does_not_answer_is_waited_for_three_seconds() {
    try (var there = Elsewhere.sending("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")) {
      var node = new Node(Stores.h2());
      node.registers(at(there, "/"));
      var began = System.nanoTime();
      assertThat(node.round()).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://logos.test/a.png",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "//logos.test/a.png",
        "https://user@logos.test/a.png",
        "https://logos.test/a.png#b"
      })
  @Security(126)
  void an_address_that_cannot_be_asked_is_not_registered(String uri) {
    var node = new Node(Stores.h2());
    assertThatThrownBy(() -> node.registers(uri)).isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(() -> node.registers("https://logos.test/" + "a".repeat(2_000)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("2000 fit");
  }
}
