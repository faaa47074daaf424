package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

/** Claims that an application names one by one, and how the person hears of it. */
@Spec("OpenID Connect Core §5.5")
class ClaimsParameterIT {
  private static final String NAME = "{\"userinfo\":{\"name\":{\"essential\":true}}}";
  private static final String BOTH =
      "{\"userinfo\":{\"name\":null},\"id_token\":{\"email\":{\"essential\":true}}}";

  private final Server server = Server.onH2();
  private final Application basic =
      new Application(server, "basic", "basic-secret-basic-secret-basic-", "https://basic.test/cb");
  private final Visitor alice = Visitor.alice(server);

  @Test
  void userinfo_tells_the_claim_and_nothing_else_of_its_scope() {
    var tokens = tokens(asks("openid", NAME));
    assertThat(tokens).containsEntry("scope", "openid");
    assertThat(userinfo(tokens)).containsOnlyKeys("sub", "name").containsValue("Alice Example");
    assertThat(idToken(tokens).getClaims()).doesNotContainKey("name");
  }

  @Test
  void the_id_token_has_its_own_claims_also_after_a_refresh() {
    var tokens = tokens(asks("openid offline_access", BOTH));
    assertThat(idToken(tokens).getClaim("email")).isEqualTo("alice@example.test");
    var next = Expect.tokens(basic.refreshes(String.valueOf(tokens.get("refresh_token"))));
    assertThat(idToken(next).getClaim("email")).isEqualTo("alice@example.test");
    assertThat(userinfo(next)).containsOnlyKeys("sub", "name");
  }

  @Test
  @Spec("OpenID Connect Core §5.2")
  void claims_are_told_in_the_language_that_the_request_wants() {
    var request = asks("openid offline_access", NAME).with("claims_locales", "de");
    var tokens = Expect.tokens(Visitor.carol(server).tokens(request));
    assertThat(userinfo(tokens)).containsEntry("name", "Karola Beispiel");
    var next = Expect.tokens(basic.refreshes(String.valueOf(tokens.get("refresh_token"))));
    assertThat(userinfo(next)).containsEntry("name", "Karola Beispiel");
    var usual = Expect.tokens(Visitor.carol(server).tokens(asks("openid", NAME)));
    assertThat(userinfo(usual)).containsEntry("name", "Carol Example");
  }

  @Test
  void the_person_is_asked_in_the_words_of_the_scope_and_may_leave_it_out() {
    var bob = Visitor.bob(server);
    var request = asks("openid", BOTH);
    var page = bob.signsIn(bob.opens(request));
    assertThat(page.page().select("form:has(#allow)").text())
        .contains("See your profile", "Bob Example", "See your e-mail address");
    var form = Form.of(page, "allow").unchecking("scope", "email");
    var tokens = Expect.tokens(basic.redeems(request, form.press(bob.browser())));
    assertThat(idToken(tokens).getClaims()).doesNotContainKey("email");
    assertThat(userinfo(tokens)).containsOnlyKeys("sub", "name");
  }

  @Test
  void what_was_allowed_is_not_asked_again_and_what_was_not_is_left_out_in_silence() {
    var carol = Visitor.carol(server);
    carol.authorizes(asks("openid", NAME));
    var silent = asks("openid", BOTH).with("prompt", "none");
    var tokens = Expect.tokens(basic.redeems(silent, carol.opens(silent)));
    assertThat(userinfo(tokens)).containsOnlyKeys("sub", "name");
    assertThat(idToken(tokens).getClaims()).doesNotContainKey("email");
  }

  @Test
  void a_claim_of_a_scope_that_is_not_the_applications_is_not_told() {
    var request = Application.house(server).asksFor("openid").with("claims", phone());
    var tokens = Expect.tokens(alice.tokens(request));
    assertThat(userinfo(tokens)).containsOnlyKeys("sub");
  }

  @Test
  void claims_are_understood_in_a_pushed_request_and_in_a_posted_one() {
    var pushing = asks("openid", NAME);
    var pushed = basic.posts("/oauth2/par", pushing.parameters()).text("request_uri");
    var reference = Map.of("client_id", "basic", "request_uri", pushed);
    var back = alice.authorizes(new Authorization(basic, pushing.verifier(), reference));
    assertThat(userinfo(Expect.tokens(basic.redeems(pushing, back)))).containsKey("name");

    var posting = asks("openid", NAME);
    var form = Http.form(posting.parameters());
    var landed = alice.browser().follow(alice.browser().post(authorize(), form));
    assertThat(userinfo(Expect.tokens(basic.redeems(posting, landed)))).containsKey("name");
  }

  @Test
  @Spec("OpenID Connect Core §6.1")
  void claims_are_an_object_in_a_signed_request() {
    var sig =
        new Application(server, "sig", "sig-secret-sig-secret-sig-secret", "https://sig.test/cb");
    var request = sig.asksFor("openid");
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("sig")
            .audience(server.issuer())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("claims", Map.of("id_token", Map.of("email", Map.of("essential", true))));
    request.parameters().forEach(claims::claim);
    var object = Keyholder.sign("oauth-authz-req+jwt", claims.build());
    var sent = Map.of("client_id", "sig", "request", object);
    var back = alice.authorizes(new Authorization(sig, request.verifier(), sent));
    assertThat(idToken(Expect.tokens(sig.redeems(request, back))).getClaim("email"))
        .isEqualTo("alice@example.test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "[]", "{\"userinfo\":[]}", "{\"id_token\":{\"name\":1}}"})
  void what_makes_no_sense_is_refused_to_the_application(String json) {
    var request = asks("openid", json);
    Expect.sentBack(alice.opens(request), request, "invalid_request");
    Expect.json(basic.posts("/oauth2/par", request.parameters()), 400, "invalid_request");
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1")
  void nobody_but_the_person_who_is_named_gets_through() {
    var ours = idToken(tokens(asks("openid", NAME))).getSubject();
    var self = asks("openid", subject(ours)).with("prompt", "none");
    Expect.code(alice.opens(self), self);
    var other = asks("openid", subject("somebody-else"));
    var silent = other.with("prompt", "none");
    Expect.sentBack(alice.opens(silent), silent, "login_required");
    assertThat(Visitor.shows(alice.opens(other), "continue")).isTrue();
    var page = alice.browser().open(alice.opens(other).url() + "&other=yes");
    Expect.sentBack(alice.signsIn(page), other, "login_required");
  }

  @Test
  @Spec("OpenID Connect Core §5.4")
  void each_standard_scope_is_told_at_userinfo() {
    var tokens = tokens(basic.asksFor("openid profile email address phone"));
    assertThat(userinfo(tokens))
        .containsKeys("sub", "name", "given_name", "family_name", "preferred_username")
        .containsEntry("email", "alice@example.test")
        .containsEntry("phone_number", "+49 30 901820")
        .containsEntry("address", Map.of("locality", "Berlin", "country", "Germany"));
    assertThat(userinfo(tokens(basic.asksFor("openid phone"))))
        .containsOnlyKeys("sub", "phone_number");
  }

  private Authorization asks(String scope, String claims) {
    return basic.asksFor(scope).with("claims", claims);
  }

  private String authorize() {
    return server.url("/oauth2/authorize");
  }

  private Map<String, Object> tokens(Authorization request) {
    return Expect.tokens(alice.tokens(request));
  }

  private Map<String, Object> userinfo(Map<String, Object> tokens) {
    var url = server.url("/oauth2/userinfo");
    var request =
        server.request(url).header("Authorization", "Bearer " + tokens.get("access_token"));
    return Http.send(url, request.build()).json();
  }

  private static JWTClaimsSet idToken(Map<String, Object> tokens) {
    return Tokens.claims(String.valueOf(tokens.get("id_token")));
  }

  private static String phone() {
    return "{\"userinfo\":{\"phone_number\":{\"essential\":true}}}";
  }

  private static String subject(String subject) {
    return "{\"id_token\":{\"sub\":{\"value\":\"" + subject + "\"}}}";
  }
}
