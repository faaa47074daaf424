package org.sallyport.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sallyport.platform.crypto.Purpose.CREDENTIAL;
import static org.sallyport.platform.crypto.Purpose.PAIRWISE;
import static org.sallyport.platform.crypto.Purpose.TICKET;
import static org.sallyport.protocol.SigningAlgorithm.ES256;
import static org.sallyport.protocol.SigningAlgorithm.PS256;
import static org.sallyport.protocol.SigningAlgorithm.RS256;

import com.nimbusds.jose.JWEObject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.SettableClock;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.jose.Encrypter;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.SigningAlgorithm;

/** Keys that are void at once, by an operator's order, on all nodes and only once. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class LeakedKeysTest {
  private static final Duration LATER = Duration.ofDays(10);
  private static final byte[] DATA = "grant 1".getBytes(UTF_8);

  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final MasterKey master = TestKeys.master();

  @StoreTest
  void a_leaked_key_neither_verifies_nor_is_published_and_another_signs_at_once(Store store) {
    var one = started(store, "");
    var other = started(store, "");
    var kid = kid(one, RS256);
    var es256 = kid(one, ES256);
    clock.advance(LATER);
    started(store, "RS256@" + clock.instant());
    for (var node : List.of(one, other)) {
      node.refresh();
      assertThat(TestKeys.signing(node).find(kid)).isEmpty();
      assertThat(node.published().json()).doesNotContain(kid).contains(kid(node, RS256));
      assertThat(kid(node, ES256)).isEqualTo(es256);
    }
    assertThat(kid(other, RS256)).isEqualTo(kid(one, RS256)).isNotEqualTo(kid);
  }

  @StoreTest
  void the_same_setting_rotates_once_whichever_node_reads_it_and_how_often(Store store)
      throws Exception {
    started(store, "");
    clock.advance(LATER);
    var order = "all@" + clock.instant();
    var nodes = IntStream.range(0, 4).mapToObj(i -> node(store, order)).toList();
    LiveKeysTest.atOnce(nodes);
    var after = nodes.get(0).ring().kids();
    assertThat(nodes).extracting(n -> n.ring().kids()).containsOnly(after);
    clock.advance(Duration.ofHours(1));
    assertThat(started(store, order).ring().kids()).isEqualTo(after);
    assertThat(store.count("server_key", "key_number = 2")).isEqualTo(after.size() - 1);
    clock.advance(TestKeys.ROTATE);
    var rotated = started(store, order);
    assertThat(rotated.ring().kids()).containsAll(after);
    assertThat(started(store, order).ring().kids()).isEqualTo(rotated.ring().kids());
  }

  @StoreTest
  void secrets_and_keys_to_encrypt_to_are_replaced_too_but_what_people_are_called_stays(Store store)
      throws ParseException {
    var node = started(store, "");
    var secrets = TestKeys.secrets(node);
    var code = secrets.mac(CREDENTIAL, DATA);
    var ticket = secrets.seal(TICKET, DATA);
    var name = secrets.mac(PAIRWISE, DATA);
    var request =
        JWEObject.parse(Encrypter.to(node.published().json(), "ECDH-ES").encrypt("content"));
    var decrypting = TestKeys.decrypting(TestKeys.signing(node));
    assertThat(decrypting.open(request)).isPresent();
    clock.advance(LATER);
    node.rotateAtOnce("all", clock.instant());
    assertThat(secrets.verify(CREDENTIAL, DATA, code)).isFalse();
    assertThat(secrets.open(TICKET, ticket)).isEmpty();
    assertThat(decrypting.open(request)).isEmpty();
    assertThat(secrets.mac(PAIRWISE, DATA)).isEqualTo(name);
    assertThat(secrets.verify(CREDENTIAL, DATA, secrets.mac(CREDENTIAL, DATA))).isTrue();
    var next = JWEObject.parse(Encrypter.to(node.published().json(), "ECDH-ES").encrypt("content"));
    assertThat(decrypting.open(next)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "all, 10",
    "signing, 2",
    "encryption, 2",
    "secrets, 6",
    "ES256, 1",
    "RSA-OAEP-256, 1",
    "dpop_nonce, 1",
    "PS384, 0"
  })
  void only_those_that_are_named_are_replaced(String which, int many) {
    var store = Stores.h2();
    var before = started(store, "").ring().kids();
    clock.advance(LATER);
    var after = started(store, which + "@" + clock.instant()).ring().kids();
    assertThat(before).filteredOn(kid -> !after.contains(kid)).hasSize(many);
    assertThat(after).hasSameSizeAs(before);
  }

  @StoreTest
  void a_key_that_was_made_since_goes_on_signing(Store store) {
    started(store, "");
    var leak = clock.instant().plus(LATER);
    clock.advance(TestKeys.ROTATE.minus(TestKeys.ANNOUNCE));
    var node = started(store, "");
    clock.advance(TestKeys.ANNOUNCE);
    node.refresh();
    var kid = kid(node, RS256);
    var kids = store.count("server_key", "algorithm = 'RS256'");
    node.rotateAtOnce("RS256", leak);
    assertThat(kid(node, RS256)).isEqualTo(kid);
    assertThat(kids).isEqualTo(2);
    assertThat(store.count("server_key", "algorithm = 'RS256'")).isEqualTo(1);
  }

  @StoreTest
  void one_that_is_merely_announced_does_not_keep_the_next_from_signing(Store store) {
    started(store, "");
    clock.advance(TestKeys.ROTATE.minus(TestKeys.ANNOUNCE));
    var node = started(store, "");
    var before = node.ring().kids();
    node.rotateAtOnce("signing", clock.instant().minus(LATER));
    assertThat(before).doesNotContain(kid(node, RS256), kid(node, ES256));
    assertThat(store.count("server_key", "purpose = 'signing'")).isEqualTo(2);
    assertThat(store.count("server_key", "purpose = 'signing' and key_number = 3")).isEqualTo(2);
  }

  @StoreTest
  void a_first_key_that_leaks_before_it_signs_is_followed_by_one_that_does(Store store) {
    var node = started(store, "");
    node.beginPublishing();
    TestKeys.signing(node).need(PS256);
    clock.advance(Duration.ofSeconds(10));
    node.rotateAtOnce("PS256", clock.instant());
    assertThat(TestKeys.signing(node).untilSigning(PS256)).isEmpty();
    assertThat(store.count("server_key", "algorithm = 'PS256'")).isEqualTo(1);
  }

  @StoreTest
  void clocks_that_disagree_hold_nothing_up_and_date_nothing(Store store) {
    var node = started(store, "");
    var kid = kid(node, RS256);
    clock.advance(LATER);
    var leak = clock.instant();
    clock.advance(Duration.ofDays(365));
    node.agreement = Optional::empty;
    node.rotateAtOnce("RS256", leak);
    assertThat(TestKeys.signing(node).find(kid)).isEmpty();
    var next = kid(node, RS256);
    clock.advance(Duration.ofDays(-365));
    node.agreement = () -> Optional.of(clock.instant());
    node.rotateAtOnce("RS256", leak);
    assertThat(kid(node, RS256)).isEqualTo(next);
  }

  @StoreTest
  void a_leaked_key_that_a_wrong_clock_has_dated_ahead_is_void_too(Store store) {
    clock.advance(Duration.ofDays(365));
    var kid = kid(started(store, ""), RS256);
    clock.advance(Duration.ofDays(-365));
    var node = started(store, "RS256@" + clock.instant());
    assertThat(TestKeys.signing(node).find(kid)).isEmpty();
    var next = kid(node, RS256);
    node.refresh();
    assertThat(kid(node, RS256)).isEqualTo(next);
  }

  @StoreTest
  void an_old_order_and_a_clock_that_fell_behind_void_nothing(Store store) {
    started(store, "");
    clock.advance(LATER);
    var node = started(store, "all@" + clock.instant());
    clock.advance(TestKeys.ROTATE);
    node.refresh();
    clock.advance(TestKeys.ANNOUNCE);
    node.refresh();
    var kids = node.ring().kids();
    clock.advance(TestKeys.ROTATE.minus(LATER).negated());
    node.agreement = Optional::empty;
    node.refresh();
    node.agreement = () -> Optional.of(clock.instant());
    node.refresh();
    assertThat(node.ring().kids()).containsAll(kids);
  }

  @Test
  void a_time_that_is_more_exact_than_rows_are_rotates_once_too() {
    var store = Stores.h2();
    started(store, "");
    clock.advance(LATER);
    var node = started(store, "RS256@" + clock.instant().plusNanos(-1));
    var kid = kid(node, RS256);
    node.refresh();
    assertThat(kid(node, RS256)).isEqualTo(kid);
  }

  @Test
  void the_moment_is_waited_for_if_a_clock_is_a_little_behind() {
    var store = Stores.h2();
    var node = started(store, "RS256@" + clock.instant().plusSeconds(30));
    var kid = kid(node, RS256);
    clock.advance(Duration.ofSeconds(29));
    node.refresh();
    assertThat(kid(node, RS256)).isEqualTo(kid);
    clock.advance(Duration.ofSeconds(1));
    node.refresh();
    assertThat(kid(node, RS256)).isNotEqualTo(kid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pairwise@2026-01-01T00:00:00Z | no keys that can be replaced",
        "RS265@2026-01-01T00:00:00Z | did you mean RS256?",
        "all@2026-02-02T03:04:05Z | lies ahead",
        "all | has no time",
        "@2026-01-01T00:00:00Z | no keys that can be replaced"
      })
  void what_cannot_be_meant_does_not_start_and_changes_nothing(String order, String told) {
    var store = Stores.h2();
    var before = started(store, "").ring().kids();
    clock.advance(LATER);
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> started(store, order))
        .withMessageContaining("setting keys.rotate-at-once")
        .withMessageContaining(told);
    assertThat(started(store, "").ring().kids()).isEqualTo(before);
  }

  @Test
  void several_orders_stand_beside_one_another() {
    var store = Stores.h2();
    var before = started(store, "").ring().kids();
    var now = advanced();
    var after = started(store, " ES256@%s  csrf@%s ".formatted(now, now)).ring().kids();
    assertThat(before).filteredOn(kid -> !after.contains(kid)).hasSize(2);
  }

  private Instant advanced() {
    clock.advance(LATER);
    return clock.instant();
  }

  private LiveKeys node(Store store, String order) {
    var node = TestKeys.node(store, clock, master);
    node.settings = TestSettings.with(Map.of("keys.rotate-at-once", order));
    return node;
  }

  private LiveKeys started(Store store, String order) {
    var node = node(store, order);
    node.start();
    return node;
  }

  private static String kid(LiveKeys node, SigningAlgorithm algorithm) {
    return TestKeys.signing(node).active(algorithm).kid();
  }
}
