package org.sallyport.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.mail.MailFailure.Kind.LATER;

import org.junit.jupiter.api.Test;

class MailFailureTest {

  @Test
  void a_link_that_a_mail_server_repeats_is_not_kept() {
    var said =
        "554 5.7.1 rejected: https://id.test/reset?t=abc in body\r\nsee RT-0123456789abcdefghijklmnop";
    assertThat(new MailFailure(LATER, said).reason())
        .isEqualTo("554 5.7.1 rejected: … in body see …");
  }

  @Test
  void a_reason_has_one_line_of_300_characters() {
    assertThat(new MailFailure(LATER, "no ".repeat(200)).reason()).hasSize(300).endsWith("…");
    assertThat(new MailFailure(LATER, "451 later\r\n\u202Ex").reason()).isEqualTo("451 later x");
  }
}
