package org.sallyport.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.mail.MailRoute.Login;
import org.sallyport.platform.mail.MailRoute.Security;
import org.sallyport.platform.mail.MailRoute.ServerSession;
import org.sallyport.platform.mail.MailRoute.Smtp;
import org.sallyport.platform.mail.MailRoute.Waits;

class MailSettingsTest {
  private static final Waits WAITS = new Waits(Duration.ofSeconds(5), Duration.ofSeconds(20));

  @Test
  void without_a_mail_server_no_mail_is_sent() {
    assertThat(TestSettings.read(new MailSettings()).route()).isEmpty();
  }

  @Test
  void a_mail_server_is_spoken_to_with_starttls_unless_told_otherwise() {
    assertThat(route(Map.of("mail.host", "mail.test")))
        .contains(new Smtp("mail.test", 587, Security.STARTTLS, Optional.empty(), WAITS));
    assertThat(route(Map.of("mail.host", "mail.test", "mail.security", "tls")))
        .contains(new Smtp("mail.test", 465, Security.TLS, Optional.empty(), WAITS));
    assertThat(route(Map.of("mail.host", "127.0.0.1", "mail.security", "none")))
        .contains(new Smtp("127.0.0.1", 25, Security.NONE, Optional.empty(), WAITS));
  }

  @Test
  void port_user_and_waits_may_be_set() {
    var written =
        Map.of(
            "mail.host", "mail.test",
            "mail.port", "2525",
            "mail.user", "u",
            "mail.password", "a-secret",
            "mail.connect-timeout", "PT1S",
            "mail.answer-timeout", "PT2S");
    var login = Optional.of(new Login("u", "a-secret"));
    var waits = new Waits(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(route(written))
        .contains(new Smtp("mail.test", 2525, Security.STARTTLS, login, waits));
    assertThat(String.valueOf(route(written))).doesNotContain("a-secret");
  }

  @Test
  void a_session_of_the_server_is_taken_by_its_name() {
    assertThat(route(Map.of("mail.session", "java:comp/env/mail/Session")))
        .contains(new ServerSession("java:comp/env/mail/Session"));
  }

  @ParameterizedTest
  @CsvSource({
    "mail.from, , mail.from, it is not set",
    "mail.from, Accounts, mail.from, it has no @",
    "mail.security, none, mail.security, in the clear",
    "mail.security, ssl, mail.security, 'write starttls, tls or none'",
    "mail.port, 0, mail.port, choose between 1 and 65535",
    "mail.port, smtp, mail.port, write digits only",
    "mail.user, u, mail.password, it is not set",
    "mail.password, p, mail.user, it is not set",
    "mail.session, java:x, mail.session, mail.host is set too",
    "mail.test-to, nobody, mail.test-to, it has no @",
    "mail.answer-timeout, PT10M, mail.answer-timeout, choose between PT1S and PT1M",
    "mail.host, mail.test:25/x, mail.host, is no host",
    "mail.templates, /nowhere/at/all, mail.templates, cannot read it"
  })
  void a_wrong_value_is_told_with_its_place(String name, String value, String place, String why) {
    var written = new HashMap<>(Map.of("mail.host", "mail.test", "mail.from", "id@id.test"));
    written.put(name, value == null ? " " : value);
    assertThatThrownBy(() -> TestSettings.read(new MailSettings(), written))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("setting " + place + ": ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"mail.port, 25", "mail.user, u", "mail.password, p", "mail.test-to, a@b.test"})
  void a_setting_of_a_mail_server_without_one_is_refused(String name, String value) {
    assertThatThrownBy(() -> TestSettings.read(new MailSettings(), Map.of(name, value)))
        .hasMessageStartingWith("setting " + name + ": ")
        .hasMessageContaining("set mail.host or mail.session");
  }

  private static Optional<MailRoute> route(Map<String, String> written) {
    var all = new HashMap<>(Map.of("mail.from", "id@id.test"));
    all.putAll(written);
    return TestSettings.read(new MailSettings(), all).route();
  }
}
