package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Signing in once, and being known afterwards for as long as the applications accept it. */
@Spec("OpenID Connect Core §3.1.2.3")
class SignInIT {
  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Application web = Application.web(server);
  private final Visitor alice = Visitor.alice(server);

  @Test
  void a_second_application_asks_for_no_password() {
    alice.authorizes(house.asksFor("openid"));
    var request = web.asksFor("openid");
    var page = alice.opens(request);
    assertThat(Visitor.shows(page, "sign-in")).isFalse();
    assertThat(Visitor.shows(page, "allow") || page.isRedirect()).isTrue();
  }

  @Test
  void the_page_names_the_application_and_keeps_the_name_after_a_typing_error() {
    var page = alice.opens(web.asksFor("openid"));
    assertThat(page.page().title()).contains("Web & Co <b>");
    var again = alice.signsIn(page, "a typing error");
    assertThat(again.page().getElementById("username")).isNotNull();
    assertThat(again.page().select("#username").attr("value")).isEqualTo("alice");
    assertThat(again.page().select("#password").attr("value")).isEmpty();
    assertThat(again.page().select("[role=alert]").text()).isNotEmpty();
  }

  @Test
  void a_wrong_name_is_told_what_a_wrong_password_is_told() {
    var page = alice.opens(house.asksFor("openid"));
    var wrongPassword = alice.signsIn(page, "wrong");
    var nobody = new Visitor(new Browser(server), "a wrong name", "wrong");
    var wrongName = nobody.signsIn(nobody.opens(house.asksFor("openid")));
    assertThat(wrongName.status()).isEqualTo(wrongPassword.status());
    assertThat(complaint(wrongName)).isEqualTo(complaint(wrongPassword));
  }

  // But for the number of the case and its time, which no two have in common.
  private static String complaint(Answer answer) {
    var told = answer.page().select("[role=alert]").text();
    assertThat(told).contains(answer.caseNumber());
    return told.replaceFirst("Case .*", "");
  }

  @Test
  void the_field_names_are_what_password_managers_look_for() {
    var page = alice.opens(house.asksFor("openid")).page();
    assertThat(page.select("#username").attr("autocomplete")).contains("username");
    assertThat(page.select("#username").attr("autocapitalize")).isEqualTo("none");
    assertThat(page.select("#password").attr("autocomplete")).isEqualTo("current-password");
    assertThat(page.select("label[for=username], label[for=password]")).hasSize(2);
    assertThat(page.select("form[action*=/login]")).isNotEmpty();
  }

  @Test
  @Security(30)
  void prompt_none_needs_somebody_signed_in() {
    var request = house.asksFor("openid").with("prompt", "none");
    Expect.sentBack(alice.browser().get(request.url()), request, "login_required");
    alice.authorizes(house.asksFor("openid"));
    Expect.code(alice.browser().get(request.url()), request);
  }

  @Test
  @Security(30)
  void prompt_none_needs_consent_given_before() {
    alice.authorizes(house.asksFor("openid"));
    var request = Application.evil(server).asksFor("openid profile").with("prompt", "none");
    Expect.sentBack(alice.browser().get(request.url()), request, "consent_required");
  }

  @Test
  void prompt_login_asks_again_and_once_only() {
    alice.authorizes(house.asksFor("openid"));
    var request = house.asksFor("openid").with("prompt", "login");
    var page = alice.opens(request);
    assertThat(Visitor.shows(page, "sign-in")).isTrue();
    Expect.code(alice.signsIn(page), request);
  }

  @Test
  void prompt_login_is_not_done_by_the_answer_to_another_request() {
    alice.authorizes(house.asksFor("openid"));
    alice.signsIn(alice.opens(house.asksFor("openid").with("prompt", "login")));
    var second = alice.opens(house.asksFor("openid").with("prompt", "login"));
    assertThat(Visitor.shows(second, "sign-in")).isTrue();
  }

  @Test
  @Security(33)
  void max_age_asks_again_when_the_sign_in_is_older() {
    var first = house.asksFor("openid");
    var before = authTime(first, alice.authorizes(first));
    var limited = house.asksFor("openid").with("max_age", "1");
    Poll.until(
        Duration.ofSeconds(5), () -> Instant.now().isAfter(before.plus(Duration.ofSeconds(2))));
    var page = alice.opens(limited);
    assertThat(Visitor.shows(page, "sign-in")).isTrue();
    assertThat(authTime(limited, alice.signsIn(page))).isAfter(before);
    var generous = house.asksFor("openid").with("max_age", "3600");
    Expect.code(alice.opens(generous), generous);
  }

  @Test
  @Security(33)
  void max_age_zero_always_asks() {
    alice.authorizes(house.asksFor("openid"));
    var request = house.asksFor("openid").with("max_age", "0");
    var page = alice.opens(request);
    assertThat(Visitor.shows(page, "sign-in")).isTrue();
    Expect.code(alice.signsIn(page), request);
  }

  @Test
  @Security(34)
  void the_hint_of_another_person_is_no_silent_sign_in() {
    var hint = idToken(alice, house.asksFor("openid"));
    var bob = Visitor.bob(server);
    bob.authorizes(house.asksFor("openid"));
    var request = house.asksFor("openid").with("id_token_hint", hint).with("prompt", "none");
    Expect.sentBack(bob.browser().get(request.url()), request, "login_required");
    Expect.code(alice.browser().get(request.url()), request);
  }

  @ParameterizedTest
  @Security(34)
  @ValueSource(
      strings = {
        "eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwOi8vbG9jYWxob3N0Iiwic3ViIjoiYWxpY2UifQ.",
        "not a jwt",
        "a.b.c"
      })
  void a_forged_hint_signs_nobody_in(String hint) {
    var request = house.asksFor("openid").with("id_token_hint", hint);
    var answer = alice.opens(request);
    if (answer.isRedirect()) {
      Expect.sentBack(answer, request, "invalid_request");
    } else {
      assertThat(Visitor.shows(answer, "sign-in")).isTrue();
    }
  }

  @Test
  @Security(35)
  void a_login_hint_fills_the_name_in() {
    var page = alice.opens(house.asksFor("openid").with("login_hint", "a\"b<i>"));
    assertThat(page.page().select("#username").attr("value")).isEqualTo("a\"b<i>");
  }

  @Test
  void another_account_may_be_used_and_the_request_is_kept() {
    alice.authorizes(house.asksFor("openid"));
    var request = house.asksFor("openid profile").with("prompt", "select_account");
    var page = alice.opens(request);
    assertThat(page.body()).contains("Alice Example");
    assertThat(page.status()).isEqualTo(200);
  }

  @Test
  void signing_in_without_an_application_leads_home() {
    var page = alice.browser().open(server.url("/login"));
    assertThat(alice.signsIn(page).body()).contains("Alice Example");
    assertThat(alice.browser().open(server.url("/")).body()).contains("/oauth2/logout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/consent", "/login?ticket=x", "/consent?ticket=x"})
  void a_page_opened_without_a_request_explains_itself(String path) {
    var answer = alice.browser().open(server.url(path));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.page().select("h1")).isNotEmpty();
    assertThat(Visitor.shows(answer, "sign-in")).isFalse();
  }

  @Test
  void a_change_of_language_keeps_the_name_and_neither_the_password_nor_a_trace_in_the_address() {
    var request = house.asksFor("openid").with("ui_locales", "ar").with("login_hint", "bob");
    var page = alice.opens(request);
    var german =
        Form.of(page, "lang-de")
            .with("username", "alice")
            .with("password", "typed in vain")
            .press(alice.browser());
    assertThat(german.status()).isEqualTo(200);
    assertThat(german.url()).endsWith("/login");
    assertThat(german.page().select("html").attr("lang")).isEqualTo("de");
    assertThat(german.page().select("#username").attr("value")).isEqualTo("alice");
    assertThat(german.body()).doesNotContain("typed in vain");
    assertThat(german.page().select("[role=alert]")).isEmpty();
    Expect.code(alice.signsIn(german), request);
  }

  @Test
  void a_change_of_language_lasts_for_the_request_whatever_its_client_named() {
    var page =
        alice.opens(web.asksFor("openid").with("ui_locales", "ar").with("prompt", "consent"));
    var german = Form.of(page, "lang-de").press(alice.browser());
    assertThat(alice.signsIn(german).page().select("html").attr("lang")).isEqualTo("de");
  }

  @Test
  void the_page_of_a_refusal_changes_its_language_and_keeps_its_case_number() {
    var page = alice.opens(web.asksFor("openid").with("redirect_uri", "https://evil.test/"));
    var german = Form.of(page, "lang-de").press(alice.browser());
    assertThat(german.status()).isEqualTo(400);
    assertThat(german.page().select("html").attr("lang")).isEqualTo("de");
    assertThat(german.body()).contains(page.caseNumber(), "The Web Company", "help@web.test");
    assertThat(german.page().select("a.button").attr("href")).isEqualTo("https://web.test/");
    assertThat(alice.browser().open(server.url("/login")).page().title()).contains("Anmelden");
  }

  private Instant authTime(Authorization request, Answer back) {
    var tokens = Expect.tokens(house.redeems(request, back));
    var claims = Tokens.claims(String.valueOf(tokens.get("id_token")));
    return Instant.ofEpochSecond(((Number) claims.getClaim("auth_time")).longValue());
  }

  private static String idToken(Visitor person, Authorization request) {
    return String.valueOf(Expect.tokens(person.tokens(request)).get("id_token"));
  }
}
