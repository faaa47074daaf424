package org.sallyport.person.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

@Spec("NIST SP 800-63B-4 §3.1.1.2")
class PasswordTest {

  @Test
  @Security(142)
  void the_limit_is_in_bytes_and_what_is_longer_is_told_apart() {
    assertThat(new Password("x".repeat(4_096)).isTooLong()).isFalse();
    assertThat(new Password("x".repeat(4_097)).isTooLong()).isTrue();
    assertThat(new Password("🏰".repeat(1_024)).isTooLong()).isFalse();
    assertThat(new Password("🏰".repeat(1_025)).isTooLong()).isTrue();
  }

  @Test
  @Security(142)
  void an_accent_may_be_typed_as_one_character_or_as_two() {
    assertThat(new Password("Gru\u0308\u00DFe").bytes())
        .isEqualTo(new Password("Gr\u00FC\u00DFe").bytes());
  }

  @Test
  @Security(142)
  void blanks_and_compatibility_forms_count() {
    assertThat(new Password(" x ").bytes()).isNotEqualTo(new Password("x").bytes());
    assertThat(new Password("ｘ").bytes()).isNotEqualTo(new Password("x").bytes());
  }

  @Test
  void it_is_never_printed() {
    assertThat(new Password("secret")).asString().doesNotContain("secret");
  }
}
