package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What a person lets an application do: asked once, chosen freely, and refused without harm. */
@Spec("OpenID Connect Core §3.1.2.4")
class ConsentIT {
  private static final String SCOPES = "openid profile notes.read notes.write";

  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final Application spa = Application.spa(server);
  private final Application nat = Application.nat(server);
  private final Visitor carol = Visitor.carol(server);

  @Test
  void the_page_says_who_asks_for_what_and_where_it_returns_to() {
    var page = asked(web.asksFor(SCOPES).with("prompt", "consent"));
    assertThat(page.page().body().text())
        .contains("Web & Co <b>", "web.test", "Read your notes", "Change your notes");
    assertThat(page.body()).doesNotContain("Co <b>");
    assertThat(page.page().select("form[action*=/consent]")).isNotEmpty();
  }

  @Test
  void only_an_optional_access_has_a_checkbox() {
    var page = asked(web.asksFor(SCOPES).with("prompt", "consent"));
    assertThat(page.page().select("input[type=checkbox]").eachAttr("value"))
        .containsExactlyInAnyOrder("profile", "notes.write");
  }

  @Test
  @Spec("RFC 6749 §3.3")
  void what_is_not_known_of_a_person_is_neither_asked_for_nor_granted() {
    var secret = "basic-secret-basic-secret-basic-";
    var basic = new Application(server, "basic", secret, "https://basic.test/cb");
    var request = basic.asksFor("openid email phone").with("prompt", "consent");
    var bob = Visitor.bob(server);
    var page = bob.signsIn(bob.opens(request));
    assertThat(page.page().select("input[type=checkbox]").eachAttr("value"))
        .containsExactly("email");
    var back = Form.of(page, "allow").checkingAll().press(bob.browser());
    assertThat(Expect.tokens(basic.redeems(request, back))).containsEntry("scope", "openid email");
  }

  @Test
  void what_is_left_out_is_not_granted() {
    var request = web.asksFor(SCOPES).with("prompt", "consent");
    // A box that was left unticked in another test is so here too.
    var form = Form.of(asked(request), "allow").checking("scope", "notes.write");
    form.unchecking("scope", "notes.write");
    var tokens = Expect.tokens(web.redeems(request, form.press(carol.browser())));
    assertThat(tokens).containsEntry("scope", "openid profile notes.read");
  }

  @Test
  void what_is_checked_is_granted() {
    var request = web.asksFor(SCOPES).with("prompt", "consent");
    var form = Form.of(asked(request), "allow").checking("scope", "notes.write");
    var back = form.press(carol.browser());
    assertThat(Expect.tokens(web.redeems(request, back))).containsEntry("scope", SCOPES);
  }

  @Test
  void nobody_can_check_a_box_that_is_not_there() {
    var request = web.asksFor("openid").with("prompt", "consent");
    var page = asked(request);
    var form = Form.of(page, "allow").checking("scope", "notes.write");
    var tokens = Expect.tokens(web.redeems(request, form.press(carol.browser())));
    assertThat(tokens).containsEntry("scope", "openid");
  }

  @Test
  @Security(149)
  @Spec("RFC 6749 §4.1.2.1")
  void deny_goes_back_with_access_denied_and_is_not_remembered() {
    var evil = Application.evil(server);
    var request = evil.asksFor("openid notes.read");
    Expect.sentBack(carol.denies(asked(request)), request, "access_denied");
    assertThat(Visitor.shows(carol.opens(evil.asksFor("openid notes.read")), "allow")).isTrue();
  }

  @Test
  void what_was_allowed_once_is_not_asked_again() {
    carol.authorizes(spa.asksFor("openid profile"));
    var request = spa.asksFor("openid profile");
    Expect.code(carol.opens(request), request);
    var less = spa.asksFor("openid");
    Expect.code(carol.opens(less), less);
  }

  @Test
  void only_new_accesses_are_asked_for() {
    carol.authorizes(spa.asksFor("openid profile notes.read"));
    var page = asked(spa.asksFor("openid profile notes.read calendar.read"));
    assertThat(Visitor.shows(page, "allow")).isTrue();
    var asked = page.page().select("form:has(#allow)").text();
    assertThat(asked).contains("Read your calendar");
    carol.allows(page);
    var again = spa.asksFor("openid profile notes.read calendar.read");
    Expect.code(carol.opens(again), again);
  }

  @Test
  void what_was_refused_is_asked_for_again_unticked_once_the_session_has_ended() {
    var scopes = "openid notes.read notes.write";
    var first = web.asksFor(scopes).with("prompt", "consent");
    var form = Form.of(asked(first), "allow").checking("scope", "notes.write");
    Expect.code(form.unchecking("scope", "notes.write").press(carol.browser()), first);
    var second = web.asksFor(scopes);
    Expect.code(carol.opens(second), second);
    var again = carol.opens(web.asksFor(scopes).with("prompt", "consent"));
    assertThat(again.page().select("input[value=notes.write]:not([checked])")).hasSize(1);
    carol.signsOut();
    var request = web.asksFor(scopes);
    var page = asked(request);
    assertThat(page.page().select("input[value=notes.write]:not([checked])")).hasSize(1);
    var ticked = Form.of(page, "allow").checking("scope", "notes.write");
    var tokens = Expect.tokens(web.redeems(request, ticked.press(carol.browser())));
    assertThat(tokens).containsEntry("scope", scopes);
  }

  @Test
  void prompt_consent_asks_again() {
    carol.authorizes(spa.asksFor("openid"));
    var page = asked(spa.asksFor("openid").with("prompt", "consent"));
    assertThat(Visitor.shows(page, "allow")).isTrue();
  }

  @Test
  @Security(37)
  @Spec("RFC 8252 §8.6")
  void an_application_that_anybody_could_pretend_to_be_is_asked_for_every_time() {
    for (var uri : new String[] {"http://127.0.0.1:51004/cb", "com.example.app:/cb"}) {
      carol.authorizes(nat.asksFor("openid").with("redirect_uri", uri));
      var again = nat.asksFor("openid").with("redirect_uri", uri);
      assertThat(Visitor.shows(carol.opens(again), "allow")).isTrue();
      var silent = again.with("prompt", "none");
      Expect.sentBack(carol.opens(silent), silent, "consent_required");
    }
  }

  @Test
  void our_own_applications_ask_for_nothing_unless_they_want_to() {
    var house = Application.house(server);
    var request = house.asksFor(SCOPES);
    Expect.code(carol.signsIn(carol.opens(request)), request);
    var page = carol.opens(house.asksFor(SCOPES).with("prompt", "consent"));
    assertThat(Visitor.shows(page, "allow")).isTrue();
  }

  @Test
  @Security(138)
  void consent_cannot_be_given_without_the_pages_own_token() {
    var page = asked(web.asksFor("openid").with("prompt", "consent"));
    for (var stolen : new String[] {"", "x"}) {
      var answer = Form.of(page, "allow").with("csrf", stolen).press(carol.browser());
      assertThat(answer.isRedirect()).as(answer.toString()).isFalse();
    }
    var stranger = Visitor.bob(server);
    stranger.authorizes(Application.house(server).asksFor("openid"));
    var answer = Form.of(page, "allow").press(stranger.browser());
    assertThat(answer.isRedirect()).as(answer.toString()).isFalse();
  }

  @Test
  @Security(139)
  void a_consent_page_of_one_person_cannot_be_sent_by_another() {
    var request = web.asksFor("openid").with("prompt", "consent");
    var page = asked(request);
    carol.signsOut();
    var bob = carol.handsOverTo(Visitor.bob(server));
    bob.authorizes(Application.house(server).asksFor("openid").with("prompt", "login"));
    var answer = Form.of(page, "allow").press(bob.browser());
    assertThat(answer.isRedirect()).as(answer.toString()).isFalse();
  }

  private Answer asked(Authorization request) {
    var page = carol.opens(request);
    return Visitor.shows(page, "sign-in") ? carol.signsIn(page) : page;
  }
}
