package org.sallyport.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.SigningAlgorithm.ES256;
import static org.sallyport.protocol.SigningAlgorithm.RS256;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Stores;

class SigningKeysTest {
  private static final Duration BLINK = Duration.ofMillis(1);

  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final LiveKeys node = TestKeys.started(Stores.h2(), clock);
  private final SigningKeys keys = TestKeys.signing(node);
  private final String first = keys.active(RS256).kid();

  @Test
  void a_key_is_announced_before_it_signs() throws ParseException {
    pass(TestKeys.ROTATE.minus(TestKeys.ANNOUNCE));
    assertThat(published()).extracting(JWK::getKeyID).contains(first).hasSize(6);
    assertThat(keys.active(RS256).kid()).isEqualTo(first);
  }

  @Test
  void an_announced_key_signs_from_its_instant_on_without_a_refresh() {
    pass(TestKeys.ROTATE.minus(TestKeys.ANNOUNCE));
    clock.advance(TestKeys.ANNOUNCE.minus(BLINK));
    assertThat(keys.active(RS256).kid()).isEqualTo(first);
    clock.advance(BLINK);
    assertThat(keys.active(RS256).kid()).isNotEqualTo(first);
  }

  @Test
  void a_retiring_key_still_verifies_as_long_as_any_token_lives() throws ParseException {
    retireFirst();
    pass(TestKeys.RETIRE.minus(BLINK));
    assertThat(keys.find(first)).isPresent();
    assertThat(published()).extracting(JWK::getKeyID).contains(first);
  }

  @Test
  void a_removed_key_is_unknown() throws ParseException {
    retireFirst();
    pass(TestKeys.RETIRE);
    assertThat(keys.find(first)).isEmpty();
    assertThat(published()).extracting(JWK::getKeyID).doesNotContain(first).isNotEmpty();
  }

  @Test
  void a_clock_a_little_behind_at_the_first_start_does_no_harm() {
    clock.advance(Duration.ofSeconds(-10));
    assertThat(keys.active(ES256)).isNotNull();
  }

  @Test
  @Security(121)
  @Spec("RFC 7517 §4")
  void the_jwk_set_has_nothing_but_public_members() throws ParseException {
    assertThat(published()).hasSize(4).noneMatch(JWK::isPrivate);
    assertThat(keys.published().json())
        .doesNotContain(
            "\"d\"", "\"p\"", "\"q\"", "\"dp\"", "\"dq\"", "\"qi\"", "\"k\"", "\"oct\"");
  }

  @Test
  @Security(121)
  @Spec("RFC 7517 §4")
  void each_key_of_the_set_says_its_use_its_algorithm_and_a_name_of_its_own()
      throws ParseException {
    assertThat(published()).extracting(JWK::getKeyID).doesNotHaveDuplicates().doesNotContainNull();
    assertThat(published())
        .extracting(JWK::getKeyUse)
        .containsOnly(KeyUse.SIGNATURE, KeyUse.ENCRYPTION);
    assertThat(published()).extracting(k -> k.getAlgorithm().getName()).contains("RS256", "ES256");
  }

  @Test
  @Spec("RFC 7518 §3.3")
  void an_rsa_key_has_2048_bits_or_more() throws ParseException {
    var key = JWKSet.parse(keys.published().json()).getKeyByKeyId(first);
    assertThat(key.size()).isGreaterThanOrEqualTo(2048);
  }

  @Test
  void the_set_changes_when_a_key_is_announced_and_not_before() {
    var before = keys.published();
    pass(Duration.ofDays(1));
    assertThat(keys.published().json()).isEqualTo(before.json());
    pass(TestKeys.ROTATE);
    assertThat(keys.published().json()).isNotEqualTo(before.json());
  }

  private void retireFirst() {
    pass(TestKeys.ROTATE.minus(TestKeys.ANNOUNCE));
    pass(TestKeys.ANNOUNCE);
  }

  private void pass(Duration time) {
    clock.advance(time);
    node.refresh();
  }

  private List<JWK> published() throws ParseException {
    return JWKSet.parse(keys.published().json()).getKeys();
  }
}
