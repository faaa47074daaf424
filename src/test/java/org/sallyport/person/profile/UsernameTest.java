package org.sallyport.person.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

@Spec("NIST SP 800-63B-4 §3.2.2")
class UsernameTest {

  @ParameterizedTest
  @Security(141)
  @ValueSource(
      strings = {
        "alice@example.com",
        "ALICE@Example.COM",
        "  alice@example.com\t",
        "ａｌｉｃｅ＠ｅｘａｍｐｌｅ．ｃｏｍ",
        "al\u200Bice@exam\u00ADple.com",
        "\u202Ealice@example.com",
        "𝐚lice@example.com"
      })
  void all_spellings_are_one_name(String typed) {
    assertThat(Username.of(typed)).contains(new Username("alice@example.com"));
  }

  @Test
  void an_accent_may_be_one_character_or_two() {
    assertThat(Username.of("Jose\u0301")).isEqualTo(Username.of("jos\u00E9"));
  }

  @Test
  void a_space_within_a_name_counts_once() {
    assertThat(Username.of("Alice \u00A0 Archer")).contains(new Username("alice archer"));
    assertThat(Username.of("alicearcher")).isNotEqualTo(Username.of("alice archer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u200B", "a\u0000b", "a\uD800b"})
  void what_no_name_can_look_like_is_nobodys(String typed) {
    assertThat(Username.of(typed)).isEmpty();
  }

  @Test
  void a_name_longer_than_any_is_nobodys() {
    assertThat(Username.of("x".repeat(255))).isPresent();
    assertThat(Username.of("x".repeat(256))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stra\u1E9Ee", "stra\u00DFe", "STRASSE"})
  void a_sharp_s_of_either_case_is_two(String typed) {
    assertThat(Username.of(typed)).contains(new Username("strasse"));
  }

  @Test
  void every_character_has_one_kept_spelling() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .mapToObj(Character::toString)
        .flatMap(typed -> Username.of(typed).stream())
        .forEach(name -> assertThat(Username.of(name.value())).contains(name));
  }

  @Property
  void the_kept_spelling_is_kept(@ForAll String typed) {
    Username.of(typed).ifPresent(name -> assertThat(Username.of(name.value())).contains(name));
  }
}
