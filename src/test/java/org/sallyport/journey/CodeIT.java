package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Redeeming a code: once, by the right client, with the right proof. */
@Spec("OAuth 2.1 §4.1.3")
class CodeIT {
  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Application web = Application.web(server);
  private final Application evil = Application.evil(server);
  private final Application spa = Application.spa(server);
  private final Visitor alice = Visitor.alice(server);

  @Test
  void a_code_and_its_verifier_give_tokens() {
    var request = spa.asksFor("openid profile notes.read offline_access");
    var tokens = Expect.tokens(spa.redeems(request, alice.authorizes(request)));
    assertThat(tokens)
        .containsKeys("id_token", "refresh_token")
        .containsEntry("scope", "openid profile notes.read offline_access");
  }

  @Test
  @Security(67)
  void another_clients_code_is_refused_and_stays_good_for_its_owner() {
    var request = web.asksFor("openid");
    var back = alice.authorizes(request);
    Expect.json(evil.redeems(request, back), 400, "invalid_grant");
    Expect.json(spa.redeems(request, back), 400, "invalid_grant");
    Expect.tokens(web.redeems(request, back));
  }

  @Test
  @Security(69)
  void a_code_asked_for_with_a_challenge_needs_its_verifier() {
    var request = house.asksFor("openid");
    var back = alice.authorizes(request);
    Expect.json(house.token(without(form(request, back), "code_verifier")), 400, "invalid_grant");
    Expect.tokens(house.redeems(request, back));
  }

  @Test
  @Security(70)
  @Spec("RFC 9700 §4.8.2")
  void a_code_asked_for_without_a_challenge_takes_no_verifier() {
    var jsec = Application.jsec(server);
    var request = jsec.asksFor("openid").without("code_challenge", "code_challenge_method");
    var back = alice.authorizes(request);
    var refused = jsec.redeems(request, back);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("error")).isIn("invalid_request", "invalid_grant");
    Expect.tokens(jsec.token(without(form(request, back), "code_verifier")));
  }

  @ParameterizedTest
  @Security(71)
  @ValueSource(ints = {42, 129})
  void a_verifier_of_the_wrong_length_is_an_invalid_request(int length) {
    Expect.json(redeem("a".repeat(length)), 400, "invalid_request");
  }

  @ParameterizedTest
  @Security(71)
  @ValueSource(strings = {"\n", "ü", " ", "=", "+"})
  void a_verifier_of_other_characters_is_an_invalid_request(String end) {
    Expect.json(redeem("a".repeat(43) + end), 400, "invalid_request");
  }

  @Test
  @Security(71)
  void wrong_verifiers_do_the_owner_no_harm() {
    var request = house.asksFor("openid");
    var back = alice.authorizes(request);
    var form = form(request, back);
    form.put("code_verifier", request.verifier().challenge().value());
    Expect.json(house.token(form), 400, "invalid_grant");
    form.put("code_verifier", "a".repeat(43));
    for (var i = 0; i < 5; i++) {
      Expect.json(house.token(form), 400, "invalid_grant");
    }
    Expect.tokens(house.redeems(request, back));
  }

  @ParameterizedTest
  @Security(71)
  @ValueSource(strings = {"https://house.test/cb/", "https://evil.test/cb"})
  void another_redirect_uri_is_refused(String uri) {
    var request = house.asksFor("openid");
    var back = alice.authorizes(request);
    var form = form(request, back);
    form.put("redirect_uri", uri);
    Expect.json(house.token(form), 400, "invalid_grant");
    Expect.tokens(house.redeems(request, back));
  }

  @Test
  @Security(73)
  @Spec("RFC 6749 §4.1.2")
  void a_code_used_twice_ends_its_grant() {
    var request = house.asksFor("openid notes.read offline_access");
    var back = alice.authorizes(request);
    var tokens = Expect.tokens(house.redeems(request, back));
    Expect.json(house.redeems(request, back), 400, "invalid_grant");
    var access = String.valueOf(tokens.get("access_token"));
    assertThat(house.introspects(access).json()).isEqualTo(Map.of("active", false));
    Expect.json(house.refreshes(String.valueOf(tokens.get("refresh_token"))), 400, "invalid_grant");
  }

  @Test
  @Security(74)
  @Spec("OAuth 2.1 §7.5.3")
  void a_code_replayed_with_a_wrong_proof_harms_nobody() {
    var request = house.asksFor("openid notes.read offline_access");
    var back = alice.authorizes(request);
    var access = Expect.tokens(house.redeems(request, back)).get("access_token");
    var form = form(request, back);
    form.put("code_verifier", "a".repeat(43));
    Expect.json(house.token(form), 400, "invalid_grant");
    Expect.json(evil.redeems(request, back), 400, "invalid_grant");
    assertThat(house.introspects(String.valueOf(access)).json()).containsEntry("active", true);
  }

  @Test
  @Security(73)
  void a_code_lives_for_its_lifetime_only() {
    var request = house.asksFor("openid");
    var back = alice.authorizes(request);
    Poll.until(Duration.ofSeconds(15), () -> expired(request, back));
    Expect.json(house.redeems(request, back), 400, "invalid_grant");
  }

  @Test
  @Security(78)
  void a_code_is_worth_nothing_after_sign_out() {
    var request = house.asksFor("openid");
    var back = alice.authorizes(request);
    alice.signsOut();
    Expect.json(house.redeems(request, back), 400, "invalid_grant");
  }

  @Test
  @Security(79)
  void no_credential_is_taken_for_one_of_another_kind() {
    var request = house.asksFor("openid offline_access");
    var back = alice.authorizes(request);
    Expect.json(house.refreshes(back.returned().getOrDefault("code", "")), 400, "invalid_grant");
    var tokens = Expect.tokens(house.redeems(request, back));
    for (var kind : new String[] {"refresh_token", "access_token", "id_token"}) {
      var other = String.valueOf(tokens.get(kind));
      Expect.json(house.redeems(request, other), 400, "invalid_grant");
    }
    for (var kind : new String[] {"access_token", "id_token"}) {
      Expect.json(house.refreshes(String.valueOf(tokens.get(kind))), 400, "invalid_grant");
    }
  }

  @ParameterizedTest
  @Security(77)
  @ValueSource(
      strings = {
        "x",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "é",
        "../"
      })
  void a_made_up_code_is_refused(String code) {
    var request = house.asksFor("openid");
    Expect.json(house.redeems(request, code), 400, "invalid_grant");
  }

  private boolean expired(Authorization request, Answer back) {
    var form = form(request, back);
    form.put("code_verifier", "a".repeat(43));
    return house.token(form).text("error_description").contains("expired");
  }

  private Answer redeem(String verifier) {
    var request = house.asksFor("openid");
    var form = form(request, alice.authorizes(request));
    form.put("code_verifier", verifier);
    return house.token(form);
  }

  private static Map<String, String> form(Authorization request, Answer back) {
    var form = new HashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", back.returned().getOrDefault("code", ""));
    form.put("redirect_uri", request.redirectUri());
    form.put("code_verifier", request.verifier().value());
    return form;
  }

  private static Map<String, String> without(Map<String, String> form, String name) {
    form.remove(name);
    return form;
  }
}
