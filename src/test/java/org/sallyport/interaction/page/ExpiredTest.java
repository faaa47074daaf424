package org.sallyport.interaction.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.interaction.PendingLogout;
import org.sallyport.interaction.TestTickets;
import org.sallyport.interaction.Tickets;
import org.sallyport.platform.page.PageError;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.request.FormEncoding;

/** What is offered to somebody who comes too late. */
class ExpiredTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String QUERY =
      "client_id=spa&state=a%20b&resource=https%3A%2F%2Fa.test&resource=https%3A%2F%2Fb.test";
  private static final PendingAuthorization HELD =
      PendingAuthorization.fresh(FormEncoding.decode(QUERY), "https://app.test/cb", NOW);

  @Test
  void a_request_that_has_lain_too_long_is_made_anew_with_nothing_that_was_done_for_it() {
    var ticket = TestTickets.at(NOW).seal(HELD.signedIn(new SessionId("s1")));
    assertThat(TestExpired.error(NOW.plus(Tickets.LIFETIME), ticket).action())
        .contains(
            new PageError.Action(
                "error.expired.again",
                "https://id.test/oauth2/authorize?"
                    + QUERY
                    + "&redirect_uri=https%3A%2F%2Fapp.test%2Fcb"));
  }

  @Test
  void a_wish_to_sign_out_that_has_lain_too_long_is_asked_about_again() {
    var wish =
        new PendingLogout(
            Optional.empty(),
            Optional.of("https://app.test/"),
            Optional.empty(),
            Optional.empty(),
            NOW);
    var ticket = TestTickets.at(NOW).seal(wish);
    assertThat(TestExpired.error(NOW.plus(Tickets.LIFETIME), ticket).action())
        .contains(new PageError.Action("error.expired.again", "https://id.test/oauth2/logout"));
    assertThat(TestExpired.error(NOW, ticket).action()).isEmpty();
  }

  @Test
  void a_ticket_that_we_did_not_make_leads_nowhere() {
    assertThat(TestExpired.error(NOW, "x").action()).isEmpty();
  }
}
