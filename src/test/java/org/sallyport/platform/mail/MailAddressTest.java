package org.sallyport.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

@Spec("RFC 5321 §4.1.2")
class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice@example.org",
        "a.b+tag@mail.example.org",
        "o'neil@example.org",
        "root@localhost",
        "jürgen@example.org",
        "عليّ@example.org",
        "用户@example.org"
      })
  void an_address_of_any_script_is_taken_as_it_is(String text) {
    assertThat(MailAddress.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "a@Example.ORG, a@example.org",
    "a@bücher.example, a@xn--bcher-kva.example",
    "a@BÜCHER.example, a@xn--bcher-kva.example",
    "a@xn--bcher-kva.example, a@xn--bcher-kva.example",
    "a@مثال.example, a@xn--mgbh0fb.example"
  })
  void a_domain_is_kept_in_ascii_and_small_letters(String text, String kept) {
    assertThat(MailAddress.of(text)).hasToString(kept);
  }

  @Test
  void one_letter_written_in_two_ways_is_one_address() {
    assertThat(MailAddress.of("ju\u0308rgen@bu\u0308cher.example"))
        .isEqualTo(MailAddress.of("jürgen@bücher.example"));
  }

  // Two characters of each kind that could end a header or a command.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.org\r\nBcc: b@example.org",
        "a\r\nBcc: b@example.org",
        "a\n@example.org",
        "a\u0000@example.org",
        "a\u0085b@example.org",
        "a\u2028b@example.org",
        "a b@example.org",
        "a@exa mple.org",
        "a>\r\nDATA@example.org",
        "a@example.org>",
        "<a@example.org>",
        "a,b@example.org",
        "a@b@example.org",
        "a;b@example.org",
        "\"a b\"@example.org",
        "a\u202Eb@example.org",
        "a\uFEFF@example.org",
        "a\uD800@example.org"
      })
  void what_could_end_a_header_is_no_address(String text) {
    assertThatThrownBy(() -> MailAddress.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("this is no e-mail address: ");
    assertThat(MailAddress.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', it has no @",
    "alice, it has no @",
    "@example.org, nothing before the @",
    "alice@, nothing after the @",
    ".a@example.org, character or dot too many",
    "a..b@example.org, character or dot too many",
    "a.@example.org, character or dot too many",
    "a@example..org, no domain",
    "a@example.org., no domain",
    "a@-x.example, no domain",
    "a@exa_mple.org, no domain",
    "a@127.0.0.1, is a number",
    "a@[127.0.0.1], no domain",
    "a@straße.example, two different ones"
  })
  void what_mail_cannot_be_sent_to_is_refused_with_its_reason(String text, String reason) {
    assertThatThrownBy(() -> MailAddress.of(text)).hasMessageContaining(reason);
  }

  @Test
  void an_address_has_64_and_254_bytes_at_most() {
    assertThat(MailAddress.find("a".repeat(64) + "@example.org")).isPresent();
    assertThat(MailAddress.find("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(MailAddress.find("ü".repeat(33) + "@example.org")).isEmpty();
    var domain = ("a".repeat(60) + ".").repeat(3) + "example";
    assertThat(MailAddress.find("a".repeat(63) + "@" + domain)).isPresent();
    assertThat(MailAddress.find("a".repeat(64) + "@" + domain + "a".repeat(10))).isEmpty();
  }

  @Test
  void every_mail_server_takes_ascii() {
    assertThat(MailAddress.of("a@bücher.example").isAscii()).isTrue();
    assertThat(MailAddress.of("ü@example.org").isAscii()).isFalse();
  }

  @Test
  void a_sender_may_have_a_name() {
    var address = MailAddress.of("id@example.org");
    assertThat(MailFrom.parse("id@example.org")).isEqualTo(new MailFrom("", address));
    assertThat(MailFrom.parse(" Konten für alle <id@example.org> "))
        .isEqualTo(new MailFrom("Konten für alle", address));
    assertThat(MailFrom.parse("\"Accounts, Inc.\" <id@example.org>"))
        .isEqualTo(new MailFrom("Accounts, Inc.", address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Accounts",
        "A\r\nBcc: b@example.org <id@example.org>",
        "A\u202Eb <id@example.org>",
        "A <id@example.org> b"
      })
  void a_sender_that_is_none_is_refused(String text) {
    assertThatThrownBy(() -> MailFrom.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
