package org.sallyport.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.AuditEvent.SignedIn;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;

class AuditLineTest {
  private static String refused(String reason) {
    var number = new CaseNumber("7K3M-Q9XD");
    var event =
        new RequestRefused(number, "/oauth2/token", "invalid_grant", reason, Optional.empty());
    return AuditLine.of(event, Optional.of("192.0.2.7"));
  }

  @Test
  @Security(154)
  void a_deed_says_what_who_for_whom_and_from_where() {
    var event =
        new SignedIn(
            new Subject("s-1"), new SessionId("x9"), Optional.of(new ClientId("spa")), "pwd");
    assertThat(AuditLine.of(event, Optional.of("192.0.2.7")))
        .isEqualTo(
            "event=signed_in result=ok subject=s-1 session=x9 client=spa amr=pwd"
                + " address=192.0.2.7");
  }

  @Test
  @Security(154)
  void a_refusal_has_the_case_number_that_was_shown() {
    assertThat(refused("expired"))
        .isEqualTo(
            "event=request_refused result=refused case=7K3M-Q9XD endpoint=/oauth2/token"
                + " error=invalid_grant reason=expired address=192.0.2.7");
  }

  @Test
  @Security({38, 154})
  void no_value_ends_the_line_or_forges_another_value() {
    assertThat(refused("a\r\nevent=signed_in \"b\" \\ \u2028 é"))
        .contains("reason=\"a\\u000d\\u000aevent=signed_in \\\"b\\\" \\\\ \\u2028 \\u00e9\"")
        .doesNotContain("\n", "\r", "\u2028");
  }

  @Test
  @Security({38, 154})
  void as_json_it_has_the_same_names_and_values() {
    var number = new CaseNumber("7K3M-Q9XD");
    var event =
        new RequestRefused(number, "/login", "invalid_request", "a\n\"b\"", Optional.empty());
    assertThat(AuditLine.json(event, Optional.of("192.0.2.7")))
        .isEqualTo(
            "{\"event\":\"request_refused\",\"result\":\"refused\",\"case\":\"7K3M-Q9XD\","
                + "\"endpoint\":\"/login\",\"error\":\"invalid_request\","
                + "\"reason\":\"a\\n\\\"b\\\"\",\"address\":\"192.0.2.7\"}");
  }

  @Test
  void a_long_value_is_cut_and_an_empty_one_is_seen() {
    assertThat(refused("x".repeat(100_000))).hasSizeLessThan(1_300);
    assertThat(refused("")).contains("reason=\"\"");
  }
}
