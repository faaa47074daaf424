package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** The sign-in form against forgery, fixation and guessing. */
@Spec({"OWASP ASVS 5.0 §6.3.1", "NIST SP 800-63B-4 §3.2.2"})
class LoginSecurityIT {
  private final Server server = Server.onH2();
  private final Application house = Application.house(server);

  @Test
  @Security(138)
  void a_form_without_the_pages_own_token_signs_nobody_in() {
    var alice = Visitor.alice(server);
    var page = alice.opens(house.asksFor("openid"));
    for (var forged : new String[] {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
      var form = filled(page, alice).with("csrf", forged);
      assertNotSignedIn(form.press(alice.browser()), alice);
    }
    assertNotSignedIn(filled(page, alice).without("csrf").press(alice.browser()), alice);
  }

  @Test
  @Security(138)
  void a_form_of_another_view_is_a_bad_request_and_no_fault() {
    var alice = Visitor.alice(server);
    var form = filled(alice.opens(house.asksFor("openid")), alice);
    var answer = form.with("jakarta.faces.ViewState", "x").press(alice.browser());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.page().select("h1")).isNotEmpty();
    assertNotSignedIn(answer, alice);
  }

  @Test
  @Security(138)
  void the_token_of_another_browser_signs_nobody_in() {
    var attacker = Visitor.bob(server);
    var page = attacker.opens(house.asksFor("openid"));
    var victim = new Visitor(new Browser(server), attacker.username(), attacker.password());
    assertNotSignedIn(filled(page, victim).press(victim.browser()), victim);
    victim.opens(house.asksFor("openid"));
    assertNotSignedIn(filled(page, victim).press(victim.browser()), victim);
  }

  @Test
  @Security(139)
  @Spec("OWASP ASVS 5.0 §7.2.4")
  void a_planted_session_is_replaced_at_sign_in() {
    var attacker = Visitor.bob(server);
    attacker.authorizes(house.asksFor("openid"));
    var planted = attacker.browser().cookies();
    var alice = Visitor.alice(server);
    planted.forEach(alice.browser()::plant);
    var request = house.asksFor("openid").with("prompt", "login");
    alice.authorizes(request);
    for (var cookie : alice.browser().cookiesSeen()) {
      if (cookie.name().contains("session")) {
        assertThat(cookie.value()).isNotEqualTo(planted.get(cookie.name()));
      }
    }
    assertThat(alice.browser().cookiesSeen()).anyMatch(c -> c.name().contains("session"));
  }

  @Test
  @Security(139)
  void every_sign_in_makes_a_new_session() {
    var alice = Visitor.alice(server);
    alice.authorizes(house.asksFor("openid"));
    var first = Map.copyOf(alice.browser().cookies());
    alice.authorizes(house.asksFor("openid").with("prompt", "login"));
    assertThat(alice.browser().cookies()).isNotEqualTo(first);
  }

  @Test
  @Security(139)
  void a_pending_sign_in_of_an_attacker_does_not_end_in_the_victims_hands() {
    var attacker = Visitor.bob(server);
    var request = Application.evil(server).asksFor("openid");
    var login = attacker.browser().get(request.url()).location();
    var alice = Visitor.alice(server);
    var page = alice.browser().open(login);
    if (Visitor.shows(page, "sign-in")) {
      assertThat(alice.signsIn(page).isRedirect()).as("consent comes in between").isFalse();
    }
  }

  @ParameterizedTest
  @Security(142)
  @ValueSource(
      strings = {"Grüße aus Köln 🏰 und anderswo", "Gru\u0308ße aus Ko\u0308ln 🏰 und anderswo"})
  void a_password_is_the_same_in_every_unicode_form(String typed) {
    var carol = Visitor.carol(server);
    var request = house.asksFor("openid");
    Expect.code(carol.signsIn(carol.opens(request), typed), request);
  }

  @ParameterizedTest
  @Security(142)
  @ValueSource(
      strings = {
        " correct horse battery staple",
        "correct horse battery staple ",
        "Correct horse battery staple",
        "correct horse battery stapl",
        "correct horse battery staple\u0000",
        ""
      })
  void a_password_is_taken_exactly_as_typed(String typed) {
    var alice = Visitor.alice(server);
    var page = alice.opens(house.asksFor("openid"));
    assertNotSignedIn(alice.signsIn(page, typed), alice);
  }

  @Test
  @Security(142)
  void a_password_of_a_megabyte_is_refused_before_it_is_hashed() {
    var alice = Visitor.alice(server);
    for (var length : List.of(5_000, 1_000_000)) {
      var page = alice.opens(house.asksFor("openid"));
      var start = System.nanoTime();
      var answer = alice.signsIn(page, "x".repeat(length));
      assertThat(answer.status()).isIn(200, 400, 413);
      assertThat(answer.isRedirect()).isFalse();
      assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
  }

  @Test
  @Security(141)
  void guessing_is_slowed_down_and_every_spelling_counts_as_the_same_name() {
    var spellings = List.of("mallory", "MALLORY", " mallory ", "Mallory");
    var answers =
        IntStream.range(0, 12)
            .mapToObj(i -> guess(spellings.get(i % spellings.size()), "wrong " + i))
            .toList();
    assertThat(answers).extracting(Answer::status).contains(429);
    // Until the wait is one that has not passed by the next try, on however slow a machine.
    Poll.until(Duration.ofMinutes(1), () -> mustWait(guess("mallory", "wrong"), 4));
    var right = guess("mallory", "the password of mallory");
    assertThat(right.isRedirect()).as("the right password waits too").isFalse();
    assertThat(right.header("Retry-After")).matches("[0-9]+");
  }

  @Test
  @Security(141)
  void a_name_that_nobody_has_is_slowed_down_alike() {
    var answers = IntStream.range(0, 12).mapToObj(i -> guess("no such person", "x" + i)).toList();
    assertThat(answers).extracting(Answer::status).contains(429);
  }

  private static boolean mustWait(Answer answer, int seconds) {
    return answer.status() == 429 && Integer.parseInt(answer.header("Retry-After")) >= seconds;
  }

  private Answer guess(String name, String password) {
    var guesser = new Visitor(new Browser(server), name, password);
    return guesser.signsIn(guesser.opens(house.asksFor("openid")));
  }

  private Form filled(Answer page, Visitor person) {
    return Form.of(page, "sign-in")
        .with("username", person.username())
        .with("password", person.password());
  }

  private void assertNotSignedIn(Answer answer, Visitor person) {
    assertThat(answer.isRedirect()).as(answer.toString()).isFalse();
    var silent = house.asksFor("openid").with("prompt", "none");
    Expect.sentBack(person.browser().get(silent.url()), silent, "login_required");
  }
}
