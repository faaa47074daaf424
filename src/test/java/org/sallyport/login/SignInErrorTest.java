package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.person.credential.Password;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.page.Texts;

class SignInErrorTest {
  private static final Texts ENGLISH = Brand.NONE.in(Locale.ENGLISH);

  @ParameterizedTest
  @Security(141)
  @CsvSource({
    "PT0.2S, one second",
    "PT5S, 5 seconds",
    "PT59.1S, 60 seconds",
    "PT2M, 2 minutes",
    "PT14M1S, 15 minutes"
  })
  void who_has_to_wait_is_told_how_long(Duration delay, String words) {
    var complaint = SignInError.throttled(delay);
    assertThat(complaint.status()).isEqualTo(429);
    assertThat(said(complaint)).contains("Wait " + words);
    assertThat(SignInError.seconds(delay)).isBetween(delay.toSeconds(), delay.toSeconds() + 1);
  }

  @Test
  void what_is_missing_is_said_field_by_field() {
    var complaint = new SignInForm("  ", new Password("")).complaint().orElseThrow();
    assertThat(complaint.fields()).containsExactlyInAnyOrder("username", "password");
    assertThat(complaint.lines()).extracting(SignInError.Line::field).hasSize(2);
    assertThat(new SignInForm("alice", new Password(" ")).complaint()).isEmpty();
  }

  @Test
  @Security(142)
  void a_password_that_is_too_long_is_told_apart_from_a_wrong_one() {
    var complaint =
        new SignInForm("alice", new Password("x".repeat(4_097))).complaint().orElseThrow();
    assertThat(said(complaint)).contains("4096").contains("not checked");
  }

  @Test
  @Spec("OpenID Connect Discovery §3, ui_locales_supported")
  void every_complaint_is_said_in_every_language() {
    for (var language : Texts.LANGUAGES) {
      var texts = Brand.NONE.in(language);
      assertThat(all().flatMap(c -> c.lines().stream()).map(l -> l.in(texts)))
          .allMatch(s -> !s.isBlank() && !s.contains("{"));
    }
  }

  @Test
  void every_block_of_complaints_on_a_page_ends_with_the_case_number() throws IOException {
    try (var pages = Files.walk(Path.of("src/main/webapp"))) {
      for (var page : pages.filter(p -> p.toString().endsWith(".xhtml")).toList()) {
        var blocks = Files.readString(page).split("class=\"summary\"|styleClass=\"summary\"");
        assertThat(List.of(blocks).subList(1, blocks.length))
            .as("%s", page)
            .allMatch(block -> block.replaceFirst("(?s)</div>.*", "").contains("aseLine}</p>"));
      }
    }
  }

  private static Stream<SignInError> all() {
    return Stream.of(
        SignInError.REPEAT,
        SignInError.WRONG,
        SignInError.TOO_LONG,
        SignInError.missing("username", "password"),
        SignInError.throttled(Duration.ofSeconds(1)),
        SignInError.throttled(Duration.ofSeconds(2)),
        SignInError.throttled(Duration.ofSeconds(11)),
        SignInError.throttled(Duration.ofHours(1)));
  }

  private static String said(SignInError complaint) {
    return complaint.lines().get(0).in(ENGLISH);
  }
}
