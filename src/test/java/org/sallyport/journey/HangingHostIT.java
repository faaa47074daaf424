package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;

/**
 * Hosts that hang hold neither the connections to the database nor the threads that others need.
 */
class HangingHostIT {
  private static final Map<String, String> OWN =
      Map.of("grant_type", "client_credentials", "scope", "notes.read");

  private final Server server = Server.onH2();

  @Test
  @Security(126)
  void while_anonymous_requests_wait_for_hosts_that_hang_others_are_served_at_once()
      throws InterruptedException {
    Expect.tokens(Application.svc(server).token(OWN));
    var threads = Executors.newFixedThreadPool(HangingHost.CLIENTS);
    try {
      var waiting = new ArrayList<CompletableFuture<Answer>>();
      for (var i = 0; i < HangingHost.CLIENTS; i++) {
        var client = HangingHost.client(server, i);
        var signs = i % 2 == 0;
        waiting.add(
            CompletableFuture.supplyAsync(() -> signs ? asks(client) : sends(client), threads));
      }
      Thread.sleep(500);
      for (var i = 0; i < 5; i++) {
        var began = System.nanoTime();
        Expect.tokens(Application.svc(server).token(OWN));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
      }
      assertThat(waiting).anyMatch(w -> !w.isDone());
      var statuses = waiting.stream().map(w -> w.join().status()).toList();
      // Which of the two doors those came through that were let wait is a matter of chance.
      assertThat(statuses).isSubsetOf(400, 401, 503).contains(503);
      assertThat(statuses).filteredOn(s -> s != 503).hasSizeLessThanOrEqualTo(8);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void keys_from_a_host_that_answers_are_fetched_within_the_request() {
    RequestHost.HOST.serve(keys());
    for (var i = 0; i < 2; i++) {
      Expect.tokens(HangingHost.other(server).posts("/oauth2/token", OWN));
    }
  }

  private Answer asks(Keyholder client) {
    return client.posts("/oauth2/token", OWN);
  }

  private Answer sends(Keyholder client) {
    var request = Keyholder.sign("JWT", new JWTClaimsSet.Builder().issuer("x").build());
    var url =
        server.url("/oauth2/authorize?client_id=" + client.application().id())
            + "&request="
            + request;
    return Http.send(url, server.request(url).build());
  }

  private static String keys() {
    try {
      return new JWKSet(List.of(ECKey.parse(Keyholder.KEY))).toString(true);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
