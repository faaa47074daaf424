package org.sallyport.keys;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.SigningAlgorithm.ES256;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sallyport.SettableClock;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;

/** Three rotations on two nodes, second by second, before a verifier that caches the JWK set. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class RotationJourneyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TOKEN = Duration.ofSeconds(15);
  private static final int CACHED_SECONDS = 9;
  private static final int THREE_ROTATIONS = 100;

  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final MasterKey master = TestKeys.master();
  private final Settings settings =
      TestSettings.with(
          Map.of(
              "keys.announce", "PT10S",
              "keys.rotate", "PT30S",
              "keys.retire", "PT1S",
              "tokens.access-token-lifetime", TOKEN.toString(),
              "tokens.id-token-lifetime", "PT5S"));
  private final Store store = Stores.h2();
  private final List<LiveKeys> nodes = List.of(node(), node());
  private final Deque<Token> alive = new ArrayDeque<>();
  private final Set<String> used = new TreeSet<>();
  private Set<String> cached = Set.of();

  private record Token(String kid, Instant expiresAt) {}

  @Test
  void no_token_meets_a_verifier_that_cannot_know_its_key() throws ParseException {
    nodes.forEach(LiveKeys::start);
    for (int second = 0; second < THREE_ROTATIONS; second++) {
      if (second % CACHED_SECONDS == 0) {
        cached = published(nodes.get(second % 2));
      }
      nodes.forEach(this::sign);
      verify();
      clock.advance(SECOND);
      nodes.get(second % 2).refresh();
    }
    assertThat(used).hasSize(4);
  }

  private void sign(LiveKeys node) {
    var kid = TestKeys.signing(node).active(ES256).kid();
    used.add(kid);
    alive.add(new Token(kid, clock.instant().plus(TOKEN)));
  }

  private void verify() {
    alive.removeIf(token -> !token.expiresAt().isAfter(clock.instant()));
    assertThat(alive).extracting(Token::kid).isSubsetOf(cached);
    assertThat(alive)
        .allMatch(t -> nodes.stream().allMatch(n -> TestKeys.signing(n).find(t.kid()).isPresent()));
  }

  private LiveKeys node() {
    var node = TestKeys.node(store, clock, master);
    node.settings = settings;
    return node;
  }

  private static Set<String> published(LiveKeys node) throws ParseException {
    var keys = JWKSet.parse(node.published().json()).getKeys();
    return keys.stream().map(JWK::getKeyID).collect(toSet());
  }
}
