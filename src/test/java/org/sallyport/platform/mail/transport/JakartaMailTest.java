package org.sallyport.platform.mail.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.mail.MailAddress;
import org.sallyport.platform.mail.MailContent;
import org.sallyport.platform.mail.MailFailure;
import org.sallyport.platform.mail.MailFailure.Kind;
import org.sallyport.platform.mail.MailFrom;
import org.sallyport.platform.mail.MailRoute.Login;
import org.sallyport.platform.mail.MailRoute.Security;
import org.sallyport.platform.mail.MailRoute.ServerSession;
import org.sallyport.platform.mail.MailRoute.Smtp;
import org.sallyport.platform.mail.MailRoute.Waits;
import org.sallyport.platform.mail.OddMailServer;
import org.sallyport.platform.mail.OutgoingMail;

@Spec("RFC 5321")
class JakartaMailTest {
  private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05Z");
  private static final String LONG_LINE = "<p>" + "ß".repeat(2_000) + "</p>";

  @Test
  void a_mail_arrives_as_text_and_html_in_any_script() throws Exception {
    var server = greenMail("smtp");
    try {
      to(server.getSmtp().getPort(), Security.NONE).send(mail("alice@example.org", "Grüße, علي"));
      var message = server.getReceivedMessages()[0];
      assertThat(message.getSubject()).isEqualTo("Grüße, علي");
      assertThat(message.getMessageID()).isEqualTo("<one@id.test>");
      assertThat(message.getSentDate()).isEqualTo(WRITTEN);
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(message.getHeader("Content-Language")).containsExactly("de");
      var from = (InternetAddress) message.getFrom()[0];
      assertThat(from.getPersonal()).isEqualTo("Konten, \"alle\"");
      assertThat(from.getAddress()).isEqualTo("id@id.test");
      assertThat(message.getRecipients(Message.RecipientType.TO))
          .containsExactly(new InternetAddress("alice@example.org"));
      assertParts(message);
    } finally {
      server.stop();
    }
  }

  private static void assertParts(MimeMessage message) throws Exception {
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    var parts = (MimeMultipart) message.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType())
        .isEqualToIgnoringCase("text/plain; charset=utf-8");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße\r\n.\r\nEnde");
    assertThat(parts.getBodyPart(1).getContentType())
        .isEqualToIgnoringCase("text/html; charset=utf-8");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo(LONG_LINE);
  }

  @Test
  void no_line_is_longer_than_a_mail_server_takes() throws Exception {
    try (var server = new OddMailServer()) {
      to(server.port(), Security.NONE).send(mail("alice@example.org", "Grüße ".repeat(100)));
      assertThat(server.commands()).contains("EHLO id.test", "RCPT TO:<alice@example.org>");
      assertThat(server.commands()).allMatch(line -> line.getBytes(UTF_8).length <= 998);
      assertThat(server.commands()).allMatch(line -> line.chars().allMatch(c -> c < 0x80));
    }
  }

  @Test
  void a_subject_with_line_breaks_adds_no_header() throws Exception {
    try (var server = new OddMailServer()) {
      to(server.port(), Security.NONE)
          .send(mail("alice@example.org", "Hello\r\nBcc: mallory@example.org\r\n\r\nBuy"));
      assertThat(server.commands()).noneMatch(line -> line.startsWith("Bcc:"));
      assertThat(server.commands()).filteredOn(line -> line.startsWith("RCPT")).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no such user, REFUSED",
    "RCPT, 553 5.1.3 no such address, REFUSED",
    "RCPT, 450 4.2.1 greylisted, LATER",
    "RCPT, 452 4.2.2 mailbox full, LATER",
    "MAIL, 550 5.7.1 you may not, LATER",
    "., 554 5.6.0 looks like spam, LATER",
    "., 451 4.3.0 try later, LATER",
    "., end, LATER",
    "DATA, end, LATER",
    "CONNECT, 421 busy, SERVER",
    "CONNECT, end, SERVER",
    "EHLO, end, SERVER"
  })
  void what_a_mail_server_answers_is_told_by_its_meaning(String at, String answer, Kind kind) {
    try (var server = new OddMailServer().answering(at, answer)) {
      assertThat(failure(to(server.port(), Security.NONE), "alice@example.org").kind())
          .isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
  void a_mail_server_that_falls_silent_is_waited_for_no_longer_than_said(String at) {
    try (var server = new OddMailServer().answering(at, OddMailServer.SILENCE)) {
      var begun = System.nanoTime();
      failure(to(server.port(), Security.NONE), "alice@example.org");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"silence", "dribble", "end"})
  void what_follows_the_answer_that_a_mail_is_taken_does_not_matter(String end) throws Exception {
    try (var server = new OddMailServer().answering("QUIT", end)) {
      var begun = System.nanoTime();
      to(server.port(), Security.NONE).send(mail("alice@example.org", "x"));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void one_that_says_a_byte_now_and_then_can_be_left() throws Exception {
    try (var server = new OddMailServer().answering("MAIL", OddMailServer.DRIBBLE)) {
      var transport = to(server.port(), Security.NONE);
      var sending = CompletableFuture.supplyAsync(() -> failure(transport, "alice@example.org"));
      Thread.sleep(1_500);
      assertThat(sending).isNotDone();
      transport.abort();
      assertThat(sending.get().kind()).isEqualTo(Kind.SERVER);
    }
  }

  @Test
  void nothing_is_said_in_the_clear_where_tls_is_required() {
    try (var server = new OddMailServer()) {
      assertThat(failure(to(server.port(), Security.STARTTLS), "alice@example.org").kind())
          .isEqualTo(Kind.SERVER);
      assertThat(server.commands()).noneMatch(line -> line.matches("(AUTH|MAIL).*"));
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused() {
    var server = greenMail("smtps");
    try {
      assertThat(failure(to(server.getSmtps().getPort(), Security.TLS), "alice@example.org").kind())
          .isEqualTo(Kind.SERVER);
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void it_authenticates_if_it_was_told_by_what() throws Exception {
    var server = greenMail("smtp");
    try {
      server.setUser("id@id.test", "user", "a-secret");
      server.getUserManager().setAuthRequired(true);
      var port = server.getSmtp().getPort();
      send(port, new Login("user", "a-secret"));
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThatThrownBy(() -> send(port, new Login("user", "wrong")))
          .isInstanceOfSatisfying(
              MailFailure.class,
              e -> {
                assertThat(e.kind()).isEqualTo(Kind.SERVER);
                assertThat(e.reason()).doesNotContain("wrong");
              });
    } finally {
      server.stop();
    }
  }

  private static void send(int port, Login login) throws Exception {
    var waits = new Waits(Duration.ofSeconds(1), Duration.ofSeconds(2));
    var route = new Smtp("127.0.0.1", port, Security.NONE, Optional.of(login), waits);
    new JakartaMail(route, "id.test").send(mail("alice@example.org", "x"));
  }

  @Test
  @Spec("RFC 6531 §3.1")
  void an_address_beyond_ascii_goes_to_mail_servers_that_know_it_alone() throws Exception {
    try (var server = new OddMailServer()) {
      var failure = failure(to(server.port(), Security.NONE), "عليّ@example.org");
      assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
      assertThat(failure.reason()).contains("SMTPUTF8");
      assertThat(server.commands()).noneMatch(line -> line.startsWith("RCPT"));

      server.answering("EHLO", "250-odd.test\r\n250-8BITMIME\r\n250 SMTPUTF8");
      to(server.port(), Security.NONE).send(mail("عليّ@example.org", "x"));
      assertThat(server.commands()).contains("RCPT TO:<عليّ@example.org>", "To: عليّ@example.org");
      assertThat(server.commands()).anyMatch(line -> line.matches("MAIL FROM:.*SMTPUTF8.*"));
    }
  }

  @Test
  void a_mail_server_that_is_not_there_is_away() throws Exception {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(failure(to(free, Security.NONE), "alice@example.org").kind()).isEqualTo(Kind.SERVER);
  }

  @Test
  void a_name_of_no_session_is_refused_at_start() {
    assertThatThrownBy(() -> new JakartaMail(new ServerSession("java:none"), "id.test"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("setting mail.session: 'java:none'");
  }

  private static MailFailure failure(JakartaMail transport, String to) {
    return catchThrowableOfType(MailFailure.class, () -> transport.send(mail(to, "x")));
  }

  private static JakartaMail to(int port, Security security) {
    var waits = new Waits(Duration.ofSeconds(1), Duration.ofSeconds(2));
    try {
      return new JakartaMail(
          new Smtp("127.0.0.1", port, security, Optional.empty(), waits), "id.test");
    } catch (jakarta.mail.NoSuchProviderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OutgoingMail mail(String to, String subject) {
    var from = new MailFrom("Konten, \"alle\"", MailAddress.of("id@id.test"));
    var content = new MailContent(MailAddress.of(to), subject, "Grüße\r\n.\r\nEnde", LONG_LINE);
    return new OutgoingMail("<one@id.test>", from, WRITTEN, Locale.GERMAN, content);
  }

  private static GreenMail greenMail(String protocol) {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server.start();
    return server;
  }
}
