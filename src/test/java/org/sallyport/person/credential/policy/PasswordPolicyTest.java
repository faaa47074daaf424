package org.sallyport.person.credential.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.person.credential.Password;
import org.sallyport.person.credential.policy.PasswordPolicy.Beside;
import org.sallyport.person.credential.policy.PasswordRefusal.Reason;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.page.Texts;

@Spec("NIST SP 800-63B-4 §3.1.1.2")
class PasswordPolicyTest {
  private static final List<String> KNOWN =
      List.of("Alice", "Alice Archer", "alice.archer@mail.example.com");
  private static final Map<String, String> HERE = Map.of("issuer", "https://id.example.org");
  private static final PasswordPolicy POLICY = TestPolicy.with(HERE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven green bicycles on a hill",
        "Morgens um 7 ist die Welt in Ordnung",
        "alice likes green tea",
        "كل يوم أمشي إلى البحر",
        "毎朝七時に犬と海まで歩いて行きます",
        "🦊🐙🌋🎻🥐🚲🧭🎲🪁🧵🕰🌵🥁🦔🛶",
        "zq7vT0xm2LpR9wKc",
        "    15 Zeichen mit Rand    ",
      })
  void long_passwords_of_any_characters_are_taken(String password) {
    assertThat(refusal(password)).isEmpty();
  }

  @Test
  @Security(143)
  void fifteen_characters_are_needed_where_a_password_signs_in_alone_and_eight_beside_a_factor() {
    assertThat(refusal("zq7vT0xm2LpR9w")).contains(new PasswordRefusal(Reason.TOO_SHORT, 15));
    assertThat(refusal("zq7vT0xm2LpR9wK")).isEmpty();
    assertThat(beside("zq7vT0x")).contains(new PasswordRefusal(Reason.TOO_SHORT, 8));
    assertThat(beside("zq7vT0xm")).isEmpty();
  }

  @Test
  void a_character_is_a_code_point_in_form_nfc() {
    // Fourteen, of 28 chars in Java, and of 28 code points with the accents apart.
    assertThat(refusal("🦊🐙🌋🎻🥐🚲🧭🎲🪁🧵🕰🌵🥁🦔"))
        .map(PasswordRefusal::reason)
        .contains(Reason.TOO_SHORT);
    assertThat(refusal("a\u0308o\u0308u\u0308e\u0301i\u0301a\u0301o\u0301"))
        .map(PasswordRefusal::reason)
        .contains(Reason.TOO_SHORT);
  }

  @Test
  void more_than_256_characters_are_too_many() {
    var longest =
        "The quick brown fox jumps over lazy dogs, ".repeat(7).substring(0, 250) + "zq7vT0";
    assertThat(refusal(longest)).isEmpty();
    assertThat(refusal(longest + "x")).contains(new PasswordRefusal(Reason.TOO_LONG, 256));
  }

  @ParameterizedTest
  @CsvSource({
    "password",
    "Password1",
    "iloveyou",
    "SUNSHINE",
    "qwertyuiop",
    "trustno1",
    "Correct Horse Battery Staple"
  })
  @Security(143)
  void passwords_that_are_tried_first_are_refused_in_any_case(String password) {
    assertThat(beside(password)).contains(new PasswordRefusal(Reason.COMMON, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aaaaaaaaaaaaaaaa | REPEATED",
        "abababababababab | REPEATED",
        "abcabcabcabcabca | REPEATED",
        "gardenfencegardenfence | REPEATED",
        "Password-password | REPEATED",
        "passwordPassword1 | REPEATED",
        "dragon dragon dragon 99 | REPEATED",
        "1212121121212111 | REPEATED",
        "كلمةكلمةكلمةكلمة | REPEATED",
        "🦊🐙🌋🎻🥐🦊🐙🌋🎻🥐🦊🐙🌋🎻🥐 | REPEATED",
        "abcdefghijklmnop | SEQUENCE",
        "zyxwvutsrqponmlk | SEQUENCE",
        "4567890123456789 | SEQUENCE",
        "9876543210987654 | SEQUENCE",
        "poiuytrewqzxcvbnmas | SEQUENCE",
        "abcdefgh12345678 | SEQUENCE",
        "ضصثقفغعهخحجدشسيبلاتنم | SEQUENCE",
        "alice.archer2026 | OWN_WORDS",
        "AliceArcher!!!!!2 | OWN_WORDS",
        "alice.archer@mail.example.com | OWN_WORDS",
        "archer-sallyport-7 | OWN_WORDS",
        "https://id.example.org | OWN_WORDS",
        "example example org | OWN_WORDS",
        "ａｌｉｃｅ ａｒｃｈｅｒ 123 | OWN_WORDS",
      })
  @Security(143)
  void long_passwords_that_are_few_all_the_same_are_refused(String password, Reason reason) {
    assertThat(refusal(password)).contains(new PasswordRefusal(reason, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harbour-Bank-2026",
        "harbourbank harbourbank",
        "HarbourBankAlice",
        "bank.harbour.bank1",
        "sallyport harbour"
      })
  void the_name_that_people_know_the_server_by_makes_no_password(String password) {
    var policy = TestPolicy.at(named("Harbour Bank"), HERE);
    assertThat(policy.refusal(new Password(password), KNOWN, Beside.NOTHING)).isPresent();
    assertThat(refusal("Harbour-Bank-2026")).isEmpty();
  }

  @Test
  void a_long_password_may_have_the_name_of_the_server_in_it() {
    var policy = TestPolicy.at(named("Harbour Bank"), HERE);
    var password = new Password("the harbour sleeps until noon");
    assertThat(policy.refusal(password, KNOWN, Beside.NOTHING)).isEmpty();
  }

  private static Brand named(String name) {
    var none = Brand.NONE;
    return new Brand(
        Optional.of(name), none.logo(), none.theme(), none.links(), none.notices(), none.texts());
  }

  @Test
  void the_least_length_is_a_setting() {
    var policy = TestPolicy.with(Map.of("password.min-length", "20"));
    assertThat(policy.least(Beside.NOTHING)).isEqualTo(20);
    assertThat(policy.refusal(new Password("zq7vT0xm2LpR9wKc"), KNOWN, Beside.NOTHING))
        .contains(new PasswordRefusal(Reason.TOO_SHORT, 20));
  }

  @Test
  void a_password_in_the_file_of_breaches_is_refused(@TempDir Path folder) throws Exception {
    var file = folder.resolve("hashes.txt");
    // Of "seven green bicycles on a hill".
    Files.writeString(file, "899D80BACECB835A1A58EA96D469C5C9BD38A746:7\r\n");
    var policy = TestPolicy.with(Map.of("password.breached-file", file.toString()));
    assertThat(
            policy.refusal(
                new Password("seven green bicycles on a hill"), List.of(), Beside.NOTHING))
        .contains(new PasswordRefusal(Reason.BREACHED, 0));
    assertThat(
            policy.refusal(
                new Password("Seven green bicycles on a hill"), List.of(), Beside.NOTHING))
        .isEmpty();
  }

  @Test
  void each_reason_has_a_sentence_in_each_language() {
    for (var language : Texts.LANGUAGES) {
      var texts = Brand.NONE.in(language);
      for (var reason : Reason.values()) {
        assertThat(texts.text(new PasswordRefusal(reason, 15).key(), 15))
            .doesNotContain("{")
            .hasSizeGreaterThan(20);
      }
      assertThat(texts.text(new PasswordRefusal(Reason.TOO_SHORT, 15).key(), 15))
          .containsPattern("15|١٥");
    }
  }

  private static Optional<PasswordRefusal> refusal(String password) {
    return POLICY.refusal(new Password(password), KNOWN, Beside.NOTHING);
  }

  private static Optional<PasswordRefusal> beside(String password) {
    return POLICY.refusal(new Password(password), List.of(), Beside.SECOND_FACTOR);
  }
}
