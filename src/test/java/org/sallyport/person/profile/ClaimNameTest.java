package org.sallyport.person.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

@Spec("OpenID Connect Core §5.2")
class ClaimNameTest {
  @Test
  void the_language_stands_behind_the_claim() {
    assertThat(ClaimName.parse("family_name#ja-Kana-JP"))
        .isEqualTo(new ClaimName("family_name", Optional.of("ja-Kana-JP")))
        .hasToString("family_name#ja-Kana-JP");
    assertThat(ClaimName.parse("name")).isEqualTo(new ClaimName("name", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "#de",
        "name#",
        "name#de#at",
        "name# de",
        "name#german-languages",
        "name#1"
      })
  void what_is_no_language_belongs_to_the_name(String name) {
    assertThat(ClaimName.parse(name)).isEqualTo(new ClaimName(name, Optional.empty()));
  }

  @Test
  void a_tag_has_eight_parts_at_most() {
    assertThat(ClaimName.isLanguage("a" + "-b".repeat(7))).isTrue();
    assertThat(ClaimName.isLanguage("a" + "-b".repeat(8))).isFalse();
  }
}
