package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Spec;

/** Keys that come and go on several nodes over one PostgreSQL. */
class KeysIT {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String ALL = "openid offline_access";

  private final Postgres database = Postgres.empty();
  private final Server one = Server.node("keys-1", database, Map.of());
  private final Application house = Application.house(one);
  private final Visitor alice = Visitor.alice(one);
  private Server two = Server.node("keys-2", database, Map.of());

  @AfterEach
  void stop() {
    one.stop();
    two.stop();
  }

  @Test
  @Spec("OpenID Connect Core §10.1.1")
  void a_new_algorithm_waits_and_a_leaked_key_does_not() {
    assertThat(algorithms(one)).contains("PS256", "Ed25519").doesNotContain("PS384");
    var tokens = alice.tokens(house.asksFor(ALL));
    aNewAlgorithmWaits(tokens.text("refresh_token"));
    var old = keys(one);
    two.stop();
    var now = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    var order = Map.of("SALLYPORT_KEYS_ROTATE_AT_ONCE", "signing@" + now);
    two = Server.node("keys-3", database, order);
    theLeakedKeysAreVoid(old, tokens);
    var next = keys(one);
    two.restart();
    assertThat(keys(two)).isEqualTo(next);
    assertThat(keys(one)).isEqualTo(next);
  }

  private void aNewAlgorithmWaits(String refresh) {
    database.update(
        "update client set metadata = substr(metadata, 1, length(metadata) - 1)"
            + " || ',\"id_token_signed_response_alg\":\"PS384\"}' where id = 'house'");
    for (var node : List.of(one, two)) {
      Poll.until(SOON, () -> isSentAway(node) && algorithms(node).contains("PS384"));
      var refused = Application.house(node).refreshes(refresh);
      Expect.json(refused, 503, "temporarily_unavailable");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(200, 302);
    }
  }

  private boolean isSentAway(Server node) {
    alice.browser().moveTo(node);
    var request = Application.house(node).asksFor("openid");
    var answer = alice.browser().get(request.url());
    return "temporarily_unavailable".equals(answer.returned().get("error"));
  }

  private void theLeakedKeysAreVoid(List<String> old, Answer tokens) {
    Poll.until(SOON, () -> keys(one).equals(keys(two)));
    assertThat(keys(one)).hasSameSizeAs(old);
    assertThat(signing(one)).doesNotContainAnyElementsOf(old);
    var house = Application.house(two);
    assertThat(house.introspects(tokens.text("access_token")).json())
        .isEqualTo(Map.of("active", false));
    var header = Tokens.header(house.refreshes(tokens.text("refresh_token")).text("id_token"));
    assertThat(header.getAlgorithm().getName()).isEqualTo("PS384");
    assertThat(signing(one)).contains(header.getKeyID());
  }

  private static List<String> algorithms(Server node) {
    return published(node).stream().map(key -> key.getAlgorithm().getName()).toList();
  }

  private static List<String> keys(Server node) {
    return published(node).stream().map(JWK::getKeyID).sorted().toList();
  }

  private static List<String> signing(Server node) {
    return published(node).stream()
        .filter(key -> key.getKeyUse().identifier().equals("sig"))
        .map(JWK::getKeyID)
        .toList();
  }

  private static List<JWK> published(Server node) {
    try {
      return JWKSet.parse(new Browser(node).get(node.url("/oauth2/jwks")).body()).getKeys();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
