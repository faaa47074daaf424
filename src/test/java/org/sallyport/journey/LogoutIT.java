package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Signing out: for certain, of everything, and never by surprise. */
@Spec("OpenID Connect RP-Initiated Logout §2")
class LogoutIT {
  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final Application house = Application.house(server);
  private final Visitor alice = Visitor.alice(server);
  private final Map<String, Object> tokens =
      Expect.tokens(alice.tokens(web.asksFor("openid notes.read")));
  private final String hint = String.valueOf(tokens.get("id_token"));

  @Test
  void with_a_hint_the_person_is_signed_out_and_sent_back_with_the_state() {
    var answer = leave("id_token_hint", hint, "post_logout_redirect_uri", "https://web.test/bye");
    assertThat(answer.location()).isEqualTo("https://web.test/bye?state=s%26t");
    assertThat(signedIn()).isFalse();
  }

  @Test
  void with_a_hint_and_nowhere_to_go_a_page_says_so() {
    var answer = leave("id_token_hint", hint);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.page().select("h1")).isNotEmpty();
    assertThat(signedIn()).isFalse();
  }

  @Test
  @Security(135)
  void without_a_hint_the_person_is_asked_first() {
    var page = leave();
    assertThat(Visitor.shows(page, "sign-out")).isTrue();
    assertThat(signedIn()).isTrue();
    var done = Form.of(page, "sign-out").press(alice.browser());
    assertThat(done.status()).isEqualTo(200);
    assertThat(signedIn()).isFalse();
  }

  @Test
  @Security(135)
  void a_named_client_without_a_hint_is_asked_for_too_and_gets_its_person_back() {
    var page = leave("client_id", "web", "post_logout_redirect_uri", "https://web.test/bye");
    assertThat(signedIn()).isTrue();
    var done = Form.of(page, "sign-out").press(alice.browser());
    assertThat(done.location()).startsWith("https://web.test/bye?");
  }

  @ParameterizedTest
  @Security(135)
  @ValueSource(
      strings = {
        "https://evil.test/bye",
        "https://web.test/bye?x=1",
        "https://web.test/bye/",
        "https://web.test/cb",
        "javascript:alert(1)",
        "//web.test/bye",
        "https://web.test/bye#x"
      })
  void an_unregistered_address_is_never_gone_to(String uri) {
    var answer = leave("id_token_hint", hint, "post_logout_redirect_uri", uri);
    assertThat(answer.isRedirect()).as(answer.toString()).isFalse();
    assertThat(answer.page().select("a[href^=javascript], a[href*=evil]")).isEmpty();
    if (Visitor.shows(answer, "sign-out")) {
      var done = Form.of(answer, "sign-out").press(alice.browser());
      assertThat(done.isRedirect()).isFalse();
    }
  }

  @Test
  @Security(135)
  void a_forged_hint_leaves_the_session_alone() {
    var unsigned = hint.replaceFirst("^[^.]*", "eyJhbGciOiJub25lIn0").replaceFirst("[^.]*$", "");
    var tampered = hint.substring(0, hint.length() - 20) + "AAAAAAAAAAAAAAAAAAAA";
    for (var forged : new String[] {unsigned, tampered, "x"}) {
      var to = "https://web.test/bye";
      var answer = leave("id_token_hint", forged, "post_logout_redirect_uri", to);
      assertThat(answer.isRedirect()).as(answer.toString()).isFalse();
      assertThat(signedIn()).isTrue();
    }
  }

  @Test
  @Security(135)
  void the_hint_of_another_person_leaves_the_session_alone() {
    var bob = Visitor.bob(server);
    bob.authorizes(house.asksFor("openid"));
    var url = server.url("/oauth2/logout?id_token_hint=" + hint);
    bob.browser().open(url);
    var silent = house.asksFor("openid").with("prompt", "none");
    Expect.code(bob.browser().get(silent.url()), silent);
  }

  @Test
  @Security(135)
  void the_hint_of_another_client_leaves_the_session_alone() {
    var answer = leave("id_token_hint", hint, "client_id", "evil");
    assertThat(answer.isRedirect()).isFalse();
    assertThat(signedIn()).isTrue();
  }

  @Test
  @Security(137)
  void nothing_of_a_session_works_after_it() {
    var old = alice.browser().cookies();
    var request = house.asksFor("openid");
    var code = alice.authorizes(request);
    alice.signsOut();
    Expect.json(house.redeems(request, code), 400, "invalid_grant");
    old.forEach(alice.browser()::plant);
    assertThat(signedIn()).isFalse();
    var access = String.valueOf(tokens.get("access_token"));
    assertThat(web.introspects(access).json()).isEqualTo(Map.of("active", false));
  }

  @Test
  @Security(137)
  void the_next_person_in_the_same_browser_starts_afresh() {
    alice.signsOut();
    var bob = alice.handsOverTo(Visitor.bob(server));
    var bobs = Expect.tokens(bob.tokens(web.asksFor("openid profile")));
    var before = Tokens.claims(hint);
    var after = Tokens.claims(String.valueOf(bobs.get("id_token")));
    assertThat(after.getSubject()).isNotEqualTo(before.getSubject());
    assertThat(after.getClaim("sid")).isNotNull().isNotEqualTo(before.getClaim("sid"));
  }

  @Test
  @Security(135)
  void a_hint_that_names_no_session_tells_it_by_when_it_began() {
    var own = idToken(alice);
    assertThat(Tokens.claims(own).getClaim("sid")).isNull();
    var later = Visitor.alice(server);
    while (signedInAt(idToken(later)).equals(signedInAt(own))) {
      later = Visitor.alice(server);
    }
    var asked = later.browser().open(server.url("/oauth2/logout?id_token_hint=" + own));
    assertThat(Visitor.shows(asked, "sign-out")).isTrue();
    assertThat(leave("id_token_hint", own).status()).isEqualTo(200);
    assertThat(signedIn()).isFalse();
  }

  @Test
  @Security(138)
  void signing_out_needs_the_pages_own_token() {
    var page = leave();
    Form.of(page, "sign-out").with("csrf", "x").press(alice.browser());
    assertThat(signedIn()).isTrue();
  }

  @Test
  void a_sign_out_may_be_posted() {
    var form = Http.form(Map.of("id_token_hint", hint));
    var browser = alice.browser();
    browser.follow(browser.post(server.url("/oauth2/logout"), form));
    assertThat(signedIn()).isFalse();
  }

  private String idToken(Visitor visitor) {
    return String.valueOf(Expect.tokens(visitor.tokens(house.asksFor("openid"))).get("id_token"));
  }

  private static Object signedInAt(String idToken) {
    return Objects.requireNonNull(Tokens.claims(idToken).getClaim("auth_time"));
  }

  private boolean signedIn() {
    var silent = house.asksFor("openid").with("prompt", "none");
    return alice.browser().get(silent.url()).returned().containsKey("code");
  }

  private Answer leave(String... parameters) {
    var url = new StringBuilder(server.url("/oauth2/logout?state=s%26t"));
    for (var i = 0; i < parameters.length; i += 2) {
      url.append('&').append(parameters[i]).append('=').append(Http.encode(parameters[i + 1]));
    }
    return alice.browser().open(url.toString());
  }
}
