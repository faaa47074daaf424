package org.sallyport.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

class SignInFactorsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final ProvenFactor PASSKEY =
      new ProvenFactor(List.of("hwk", "user"), NOON.minusSeconds(30));

  @Test
  @Spec("OpenID Connect Core §2")
  void clients_are_told_all_methods_and_the_time_of_the_first() {
    var told = SignInFactors.of(ProvenFactor.password(NOON), PASSKEY).authentication();
    assertThat(told.amr()).containsExactly("pwd", "hwk", "user");
    assertThat(told.time()).isEqualTo(NOON.minusSeconds(30));
    assertThat(told.acr()).isEqualTo(Authentication.PASSWORD);
  }

  @Test
  void a_method_that_was_used_twice_is_told_once() {
    var again = ProvenFactor.password(NOON.plusSeconds(60));
    var told = SignInFactors.of(ProvenFactor.password(NOON), again).authentication();
    assertThat(told.amr()).containsExactly("pwd");
    assertThat(told.time()).isEqualTo(NOON);
  }

  @Test
  void what_is_stored_is_read_as_it_was() {
    var factors = SignInFactors.of(ProvenFactor.password(NOON), PASSKEY);
    assertThat(factors).hasToString("pwd@1767268800 hwk+user@1767268770");
    assertThat(SignInFactors.parse(factors.toString())).contains(factors);
  }

  @Test
  void an_earlier_version_kept_one_time_for_all() {
    assertThat(SignInFactors.ofEarlier("pwd otp", NOON).all())
        .containsExactly(
            new ProvenFactor(List.of("pwd"), NOON), new ProvenFactor(List.of("otp"), NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "pwd", "pwd@", "@1", "pwd@x", "pwd@1 otp", "PWD@1", "pwd@1  otp@2"})
  void other_text_is_no_list_of_factors(String text) {
    assertThat(SignInFactors.parse(text)).isEmpty();
  }

  @Test
  void nobody_signs_in_without_a_factor() {
    assertThatThrownBy(SignInFactors::of).isInstanceOf(IllegalArgumentException.class);
  }
}
