package org.sallyport.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sallyport.protocol.SigningAlgorithm.ES256;
import static org.sallyport.protocol.SigningAlgorithm.PS256;
import static org.sallyport.protocol.SigningAlgorithm.RS256;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.http.ReadyBytes;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.runtime.PassingFault;

/** No key signs that a key set which somebody may still go by does not have. */
@Spec("OpenID Connect Core §10.1.1")
class FirstKeyTest {
  private static final Duration BLINK = Duration.ofMillis(1);

  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final MasterKey master = TestKeys.master();

  @StoreTest
  void a_key_needed_at_the_very_first_start_signs_at_once(Store store) {
    var keys = started(store);
    keys.need(PS256);
    keys.keys.beginPublishing();
    assertThat(keys.untilSigning(PS256)).isEmpty();
    assertThat(keys.active(PS256).algorithm()).isEqualTo(PS256);
  }

  @StoreTest
  void one_that_is_there_is_used_while_another_thread_reads_keys(Store store) {
    var keys = started(store);
    keys.need(PS256);
    keys.keys.beginPublishing();
    var reader = keys.keys;
    synchronized (reader) {
      var used = CompletableFuture.supplyAsync(() -> keys.active(PS256));
      assertThat(used).succeedsWithin(Duration.ofSeconds(10));
    }
  }

  @StoreTest
  void one_needed_later_is_published_until_no_cache_can_lack_it_and_then_signs(Store store)
      throws ParseException {
    var keys = serving(store);
    var before = keys.published();
    keys.need(PS256);
    assertThat(before.json()).doesNotContain("PS256");
    assertThat(published(keys)).hasSize(1);
    pass(ReadyBytes.MAX_AGE, keys);
    assertThatExceptionOfType(PassingFault.class).isThrownBy(() -> keys.active(PS256));
    pass(KeyTimer.OLDEST, keys);
    assertThat(keys.active(PS256).kid()).isEqualTo(published(keys).get(0).getKeyID());
  }

  @StoreTest
  void how_long_that_is_is_told(Store store) {
    var keys = serving(store);
    keys.need(PS256);
    clock.advance(Duration.ofMinutes(2));
    assertThat(keys.untilSigning(PS256))
        .contains(ReadyBytes.MAX_AGE.plus(KeyTimer.OLDEST).minusMinutes(2));
    clock.advance(ReadyBytes.MAX_AGE);
    assertThat(keys.untilSigning(PS256)).isEmpty();
  }

  @StoreTest
  void its_first_use_makes_it_where_nobody_said_that_it_was_needed(Store store)
      throws ParseException {
    var keys = serving(store);
    assertThatExceptionOfType(PassingFault.class).isThrownBy(() -> keys.active(PS256));
    assertThat(published(keys)).hasSize(1);
    pass(KeyRotation.FIRST, keys);
    assertThat(keys.active(PS256)).isNotNull();
  }

  @StoreTest
  void another_node_makes_no_second_one_and_signs_no_earlier(Store store) throws ParseException {
    var one = serving(store);
    var other = started(store);
    one.need(PS256);
    other.need(PS256);
    assertThat(published(other)).isEqualTo(published(one)).hasSize(1);
    clock.advance(KeyRotation.FIRST.minus(BLINK));
    assertThat(List.of(one, other)).allMatch(k -> k.untilSigning(PS256).isPresent());
    clock.advance(BLINK);
    assertThat(one.active(PS256).kid()).isEqualTo(other.active(PS256).kid());
  }

  @StoreTest
  void of_two_nodes_at_their_first_start_the_later_waits_for_the_key_set_of_the_earlier(
      Store store) {
    var one = started(store);
    var other = started(store);
    one.keys.beginPublishing();
    other.need(PS256);
    other.keys.beginPublishing();
    assertThat(other.untilSigning(PS256)).isPresent();
  }

  @StoreTest
  void keys_of_an_earlier_version_were_published(Store store) {
    started(store);
    store.sql("update lease set holder = '' where name = 'keys'");
    var upgraded = started(store);
    upgraded.need(PS256);
    assertThat(upgraded.untilSigning(PS256)).isPresent();
  }

  @StoreTest
  void a_start_that_failed_has_published_nothing(Store store) {
    started(store);
    var again = started(store);
    again.need(PS256);
    assertThat(again.untilSigning(PS256)).isEmpty();
  }

  @StoreTest
  void a_clock_that_was_wrong_keeps_nobody_waiting(Store store) {
    var keys = serving(store);
    clock.advance(Duration.ofDays(365));
    keys.need(PS256);
    clock.advance(Duration.ofDays(-365));
    assertThat(keys.untilSigning(PS256)).isEmpty();
    assertThat(keys.active(PS256)).isNotNull();
  }

  @StoreTest
  void the_standard_algorithms_sign_at_once_and_go_on_signing(Store store) {
    var keys = serving(store);
    assertThat(List.of(RS256, ES256)).allMatch(a -> keys.untilSigning(a).isEmpty());
    var kid = keys.active(RS256).kid();
    pass(TestKeys.ROTATE.minus(TestKeys.ANNOUNCE), keys);
    assertThat(List.of(RS256, ES256)).allMatch(a -> keys.untilSigning(a).isEmpty());
    assertThat(keys.active(RS256).kid()).isEqualTo(kid);
  }

  private SigningKeys started(Store store) {
    var node = TestKeys.node(store, clock, master);
    node.start();
    return TestKeys.signing(node);
  }

  private SigningKeys serving(Store store) {
    var keys = started(store);
    keys.keys.beginPublishing();
    return keys;
  }

  private void pass(Duration time, SigningKeys keys) {
    clock.advance(time);
    keys.keys.refresh();
  }

  private static List<JWK> published(SigningKeys keys) throws ParseException {
    return JWKSet.parse(keys.published().json()).getKeys().stream()
        .filter(key -> key.getAlgorithm().getName().equals("PS256"))
        .toList();
  }
}
