package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Spec;

/** Mail goes out by the mail library of each server. */
@Spec("RFC 5322")
class MailIT {
  private final Server server = Server.onH2();

  @Test
  void a_start_sends_the_test_mail_and_says_what_became_of_it() throws Exception {
    var mail = Mailbox.newest(Mailbox.OPERATOR);
    assertThat(mail.getSubject()).isEqualTo("Test mail from localhost");
    assertThat(mail.getMessageID()).matches("<[A-Za-z0-9_-]{43}@id\\.test>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Konten für alle");

    var parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat((String) parts.getBodyPart(0).getContent()).contains(server.issuer() + "/");
    var html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
    assertThat(html.expectFirst("a.button").attr("href")).isEqualTo(server.issuer() + "/");

    Poll.until(
        Duration.ofSeconds(10),
        () -> server.log().contains("The test mail was taken by the mail server"));
    assertThat(server.log()).doesNotContain("Mail is off");
  }
}
