package org.sallyport.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.page.Texts;

class MailTextsTest {
  private static final String ISSUER = "https://id.test:8443/sso";
  private static final String LINK = ISSUER + "/reset?t=a&b=c";
  private static final MailTexts WAR = MailTexts.ofWar();

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path dir;

  @Test
  void all_languages_have_the_same_texts_with_the_same_values() {
    for (var language : Texts.LANGUAGES) {
      assertThat(WAR.in(language).keySet()).isEqualTo(WAR.in(Locale.ENGLISH).keySet());
      for (var key : WAR.in(language).keySet()) {
        var template = WAR.template(language, key);
        assertThat(template.wrong()).as(key).isEmpty();
        assertThat(template.names())
            .as(key + " in " + language)
            .isEqualTo(WAR.template(Locale.ENGLISH, key).names());
      }
    }
  }

  @Test
  void a_mail_with_a_link_has_a_button_and_every_mail_has_a_subject() {
    for (var key : WAR.in(Locale.ENGLISH).keySet()) {
      assertThat(key).matches("[a-z][a-z-]*\\.(subject|text|button)");
      var kind = key.substring(0, key.indexOf('.'));
      var text = WAR.template(Locale.ENGLISH, kind + ".text");
      if (!kind.equals("footer")) {
        assertThat(WAR.in(Locale.ENGLISH)).containsKey(kind + ".subject");
      }
      assertThat(WAR.in(Locale.ENGLISH).containsKey(kind + ".button"))
          .as(kind)
          .isEqualTo(text.names().contains("link"));
    }
  }

  @Test
  void a_mail_is_text_and_html_in_the_language_of_the_person() {
    var mail = content(Locale.GERMANY, WAR);
    assertThat(mail.subject()).isEqualTo("Testnachricht von id.test");
    assertThat(mail.text()).contains("\n\n" + LINK + "\n\n-- \nGesendet von id.test.");
    var html = Jsoup.parse(mail.html());
    assertThat(html.expectFirst("html").attr("lang")).isEqualTo("de");
    assertThat(html.expectFirst("html").attr("dir")).isEqualTo("ltr");
    assertThat(html.expectFirst("a.button").attr("href")).isEqualTo(LINK);
    assertThat(html.expectFirst("a.button").text()).isEqualTo("id.test öffnen");
    assertThat(html.text()).contains("Dies ist eine Testnachricht").doesNotContain("{");
  }

  @Test
  void arabic_reads_from_the_right_and_an_unknown_language_is_english() {
    var arabic = Jsoup.parse(content(Locale.forLanguageTag("ar-EG"), WAR).html());
    assertThat(arabic.expectFirst("html").attr("dir")).isEqualTo("rtl");
    assertThat(arabic.expectFirst("html").attr("lang")).isEqualTo("ar");
    assertThat(content(Locale.JAPANESE, WAR).subject()).isEqualTo("Test mail from id.test");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.test/reset",
    "https://id.test:8443/ssoevil",
    "https://id.test:8443/sso",
    "javascript:alert(1)",
    "'https://id.test:8443/sso/a b'",
    "'https://id.test:8443/sso/\u202E'"
  })
  void a_link_leads_to_this_server_alone(String link) {
    var mail = mail(Locale.ENGLISH, Map.of("link", link));
    assertThatThrownBy(() -> WAR.content(mail, ISSUER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another server");
  }

  @Test
  void a_missing_value_and_an_unknown_kind_are_faults() {
    assertThatThrownBy(() -> WAR.content(mail(Locale.ENGLISH, Map.of()), ISSUER))
        .hasMessageContaining("no value for {link}");
    var unknown =
        new Mail(MailAddress.of("a@b.test"), Locale.ENGLISH, "x", Map.of(), Optional.empty());
    assertThatThrownBy(() -> WAR.content(unknown, ISSUER)).hasMessageContaining("x.subject");
  }

  @Test
  void a_value_is_text_in_html_one_line_in_text_and_no_reader_of_braces() {
    var template = new MailTemplate("Hello {name}!\n\n{link}");
    var values = Map.of("name", "<b>&\r\nBcc: \u202Ex {link} \\1 $1", "link", LINK);
    assertThat(template.plain(values)).isEqualTo("Hello <b>& Bcc:  x {link} \\1 $1!\n\n" + LINK);
    var html = Jsoup.parse(template.html(values, "Open"));
    assertThat(html.expectFirst("p").text()).isEqualTo("Hello <b>& Bcc: x {link} \\1 $1!");
    assertThat(html.select("b")).isEmpty();
    assertThat(template.line(Map.of("name", "a\r\nBcc: b", "link", LINK))).doesNotContain("\r");
  }

  @Test
  void a_long_value_is_cut_between_characters() {
    var long_ = new MailTemplate("{name}").line(Map.of("name", "😀".repeat(300)));
    assertThat(long_).isEqualTo("😀".repeat(200) + "…");
  }

  @Test
  void names_of_another_direction_stand_apart() {
    assertThat(new MailTemplate("a {name} b").plain(Map.of("name", "علي")))
        .isEqualTo("a \u2068علي\u2069 b");
  }

  @Test
  void an_installation_replaces_some_texts_and_the_frame() throws IOException {
    write("mail_de.properties", "test.subject=Probe für {site}");
    write("frame.html", "<html lang=\"{lang}\"><body class=\"own\">{body}</body></html>");
    write("README", "not read");
    var texts = ReplacedTexts.in(dir);
    assertThat(content(Locale.GERMAN, texts).subject()).isEqualTo("Probe für id.test");
    assertThat(content(Locale.GERMAN, texts).text()).contains("Dies ist eine Testnachricht");
    assertThat(content(Locale.GERMAN, texts).html())
        .contains("class=\"own\"")
        .contains("/reset?t=a&amp;b=c");
    assertThat(content(Locale.ENGLISH, texts).subject()).isEqualTo("Test mail from id.test");
  }

  @ParameterizedTest
  @CsvSource({
    "mail_de.properties, test.subjekt=x, did you mean test.subject?",
    "mail_de.properties, test.subject=x {nam}, there is no value {nam}",
    "mail_de.properties, test.text=x, it has no {link}",
    "mail_de.properties, test.text=see {link}, paragraph of its own",
    "mail_de.properties, test.subject={, a brace",
    "mail_de.properties, test.subject=, it is empty",
    "mail_fr.properties, test.subject=x, no mail has a file of this name",
    "frame.htm, x, ''",
    "frames.html, x, did you mean frame.html?",
    "frame.html, <html></html>, it has no {body}"
  })
  void what_could_not_stand_for_ours_is_refused_at_start(String file, String text, String why)
      throws IOException {
    write(file, text);
    if (why.isEmpty()) {
      assertThat(ReplacedTexts.in(dir)).isEqualTo(WAR);
      return;
    }
    assertThatThrownBy(() -> ReplacedTexts.in(dir))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("setting mail.templates: ")
        .hasMessageContaining(file)
        .hasMessageContaining(why);
  }

  @Test
  void a_directory_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> ReplacedTexts.in(dir.resolve("lost")))
        .hasMessageContaining("cannot read it");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(dir.resolve(file), text);
  }

  private static Mail mail(Locale language, Map<String, String> values) {
    return new Mail(MailAddress.of("a@b.test"), language, "test", values, Optional.empty());
  }

  private static MailContent content(Locale language, MailTexts texts) {
    return texts.content(mail(language, Map.of("link", LINK)), ISSUER);
  }
}
