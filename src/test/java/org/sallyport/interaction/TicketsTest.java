package org.sallyport.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.request.FormEncoding;

class TicketsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final SessionId SESSION = new SessionId("s1");
  private static final PendingAuthorization HELD =
      PendingAuthorization.fresh(
          FormEncoding.decode(
              "client_id=spa&scope=openid&state=a%20b&resource=https://a.test&resource=https://b.test"),
          "https://app.test/cb",
          NOW);

  private static final PendingLogout EMPTY =
      new PendingLogout(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), NOW);

  private final Tickets tickets = TestTickets.at(NOW);

  @Test
  void a_held_request_comes_back_as_it_was() {
    assertThat(tickets.open(tickets.seal(HELD))).contains(HELD);
  }

  @Test
  void one_that_a_clock_that_was_ahead_has_dated_is_over() {
    assertThat(TestTickets.at(NOW.minusSeconds(10)).open(tickets.seal(HELD))).contains(HELD);
    assertThat(TestTickets.at(NOW.minusSeconds(90)).open(tickets.seal(HELD))).isEmpty();
  }

  @Test
  void all_that_was_done_for_it_comes_back() {
    var question =
        new ConsentQuestion(
            Scopes.of("profile"),
            Scopes.of("openid"),
            new ConsentQuestion.Boxes(Scopes.of("profile"), Scopes.of("profile")));
    var held = HELD.signedIn(SESSION).asking(question, SESSION);
    assertThat(tickets.open(tickets.seal(held))).contains(held);
    var allowed = held.answered(new ConsentAnswer.Allowed(Scopes.of("openid", "profile")), SESSION);
    assertThat(tickets.open(tickets.seal(allowed))).contains(allowed);
    var denied = held.answered(new ConsentAnswer.Denied(), SESSION);
    assertThat(tickets.open(tickets.seal(denied))).contains(denied);
  }

  @Test
  void a_wish_to_sign_out_comes_back_as_it_was() {
    var ann = new Subject("ann");
    for (var hinted :
        List.of(
            new PendingLogout.Hinted(ann, Optional.of(SESSION), Optional.empty()),
            new PendingLogout.Hinted(ann, Optional.of(SESSION), Optional.of(NOW)),
            new PendingLogout.Hinted(ann, Optional.empty(), Optional.of(NOW)))) {
      var wish =
          new PendingLogout(
              Optional.of(new ClientId("spa")),
              Optional.of("https://app.test/bye?state=s"),
              Optional.of(hinted),
              Optional.of("ar"),
              NOW);
      assertThat(tickets.open(tickets.seal(wish), PendingLogout.class)).contains(wish);
    }
    assertThat(tickets.open(tickets.seal(EMPTY), PendingLogout.class)).contains(EMPTY);
  }

  @Test
  @Security(79)
  void a_ticket_of_one_kind_is_none_of_the_other() {
    assertThat(tickets.open(tickets.seal(EMPTY), PendingAuthorization.class)).isEmpty();
    assertThat(tickets.open(tickets.seal(HELD), PendingLogout.class)).isEmpty();
  }

  @Test
  void a_ticket_of_either_kind_goes_on_in_another_language() {
    var held = tickets.inLanguage(tickets.seal(HELD), "ar").orElseThrow();
    assertThat(tickets.uiLocales(held)).contains("ar");
    var wish = tickets.inLanguage(tickets.seal(EMPTY), "de").orElseThrow();
    assertThat(tickets.uiLocales(wish)).contains("de");
    assertThat(tickets.inLanguage("x", "de")).isEmpty();
  }

  @Test
  @Security(57)
  void a_ticket_shows_nothing_of_the_request() {
    var ticket = tickets.seal(HELD);
    assertThat(new String(Base64.getUrlDecoder().decode(ticket), StandardCharsets.ISO_8859_1))
        .doesNotContain("openid", "app.test");
  }

  @Test
  void a_changed_ticket_is_no_ticket() {
    var ticket = tickets.seal(HELD);
    var changed =
        ticket.substring(0, 40) + (ticket.charAt(40) == 'A' ? 'B' : 'A') + ticket.substring(41);
    assertThat(tickets.open(changed)).isEmpty();
    assertThat(tickets.open("")).isEmpty();
    assertThat(tickets.open("x".repeat(100_000))).isEmpty();
  }

  @Test
  void a_ticket_lasts_as_long_as_a_person_may_take() {
    var ticket = tickets.seal(HELD);
    assertThat(TestTickets.at(NOW.plus(Tickets.LIFETIME).minusSeconds(1)).open(ticket)).isPresent();
    var late = TestTickets.at(NOW.plus(Tickets.LIFETIME));
    assertThat(late.open(ticket)).isEmpty();
    assertThat(late.openTooLate(ticket)).contains(HELD);
    assertThat(tickets.openTooLate(ticket)).isEmpty();
  }

  @Test
  void a_ticket_that_no_url_can_carry_is_refused() {
    var random = new Random(1);
    var state =
        random
            .ints(9_000, '!', '~')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    var parameters =
        FormEncoding.decode(
            FormEncoding.encode(Map.of("client_id", "spa", "state", state.substring(0, 7_900))));
    var held = PendingAuthorization.fresh(parameters, "https://app.test/cb", NOW);
    assertThatThrownBy(() -> tickets.seal(held)).isInstanceOf(OAuthException.class);
  }
}
