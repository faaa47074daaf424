package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

/** An ID token of ours is a hint, however much it says. */
@Spec({"OpenID Connect Core §3.1.2.1", "OpenID Connect RP-Initiated Logout §2"})
class LongHintIT {
  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Visitor grace = Visitor.grace(server);
  private final String hint = hint();

  @Test
  void it_is_taken_in_the_address_and_in_a_form() {
    assertThat(hint).hasSizeGreaterThan(3_500);
    var silent = house.asksFor("openid").with("id_token_hint", hint).with("prompt", "none");
    Expect.code(grace.browser().get(silent.url()), silent);
    var posted = house.asksFor("openid").with("id_token_hint", hint).with("prompt", "none");
    var on = grace.browser().post(server.url("/oauth2/authorize"), Http.form(posted.parameters()));
    Expect.code(grace.browser().get(on.location()), posted);
  }

  @Test
  void it_is_kept_while_the_person_signs_in() {
    var request = house.asksFor("openid").with("id_token_hint", hint);
    Expect.code(Visitor.grace(server).authorizes(request), request);
    var bob = Visitor.bob(server);
    bob.authorizes(house.asksFor("openid"));
    var silent = request.with("prompt", "none");
    Expect.sentBack(bob.browser().get(silent.url()), silent, "login_required");
  }

  @Test
  void it_is_taken_in_a_pushed_request() {
    var request = house.asksFor("openid").with("id_token_hint", hint).with("prompt", "none");
    var pushed = house.posts("/oauth2/par", request.parameters());
    assertThat(pushed.status()).as(pushed.toString()).isEqualTo(201);
    var url =
        server.url("/oauth2/authorize?")
            + Http.form(Map.of("client_id", "house", "request_uri", pushed.text("request_uri")));
    Expect.code(grace.browser().get(url), request);
  }

  @Test
  void what_is_as_long_but_none_of_ours_is_refused() {
    var forged = hint.substring(0, hint.length() - 8) + "AAAAAAAA";
    var request = house.asksFor("openid").with("id_token_hint", forged);
    Expect.sentBack(grace.browser().get(request.url()), request, "invalid_request");
  }

  @Test
  void it_signs_out_by_the_address_and_by_a_form() {
    var left = grace.browser().open(server.url("/oauth2/logout?id_token_hint=" + hint));
    assertThat(left.status()).isEqualTo(200);
    assertThat(Visitor.shows(left, "sign-out")).isFalse();
    var again = hint();
    var url = server.url("/oauth2/logout");
    var on = grace.browser().post(url, Http.form(Map.of("id_token_hint", again)));
    assertThat(on.isRedirect()).as(on.toString()).isTrue();
    assertThat(Visitor.shows(grace.browser().open(on.location()), "sign-out")).isFalse();
  }

  private String hint() {
    var request = house.asksFor("openid groups").with("claims", "{\"id_token\":{\"groups\":null}}");
    return String.valueOf(Expect.tokens(grace.tokens(request)).get("id_token"));
  }
}
