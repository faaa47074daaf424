package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What the authorization endpoint refuses once it knows whom to tell. */
@Spec({"OAuth 2.1 §4.1.1", "OpenID Connect Core §3.1.2"})
class AuthorizeRulesIT {
  private static final String ONCE = "must not be repeated";

  private final Server server = Server.onH2();
  private final Application spa = Application.spa(server);
  private final Application web = Application.web(server);
  private final Application jsec = Application.jsec(server);

  @ParameterizedTest
  @Security(17)
  @ValueSource(strings = {"client_id", "redirect_uri"})
  void a_repeated_client_or_redirect_uri_is_told_to_the_person(String name) {
    var request = spa.asksFor("openid");
    Expect.refusalPage(get(request.url() + "&" + name + "=" + Http.encode(request.get(name))));
    Expect.refusalPage(get(request.url() + "&" + name + "=x"));
  }

  @ParameterizedTest
  @Security(17)
  @Spec("OAuth 2.1 §3.1")
  @ValueSource(
      strings = {
        "response_type",
        "scope",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "prompt",
        "max_age",
        "response_mode",
        "ui_locales"
      })
  void a_repeated_parameter_is_refused(String name) {
    var request = spa.asksFor("openid");
    var value = request.parameters().getOrDefault(name, "1");
    var once = request.parameters().containsKey(name) ? "" : "&" + name + "=" + value;
    for (var second : new String[] {value, "other"}) {
      var answer = get(request.url() + once + "&" + name + "=" + second);
      Expect.sentBack(answer, request, "invalid_request");
      assertThat(answer.returned().get("error_description")).contains(name + " " + ONCE);
    }
  }

  @Test
  @Security(17)
  void a_repeated_state_is_refused_and_neither_is_believed() {
    var request = spa.asksFor("openid");
    var answer = get(request.url() + "&state=other");
    Expect.sentBack(answer, request.without("state"), "invalid_request");
    assertThat(answer.returned()).doesNotContainKey("state");
  }

  @Test
  @Security(17)
  void a_parameter_repeated_in_the_body_of_a_post_is_refused() {
    var request = spa.asksFor("openid");
    var body = Http.form(request.parameters());
    var authorize = server.url("/oauth2/authorize");
    var browser = new Browser(server);
    Expect.sentBack(
        browser.follow(browser.post(authorize, body + "&nonce=x")), request, "invalid_request");
    Expect.sentBack(
        browser.follow(browser.post(authorize + "?nonce=x", body)), request, "invalid_request");
  }

  @ParameterizedTest
  @Security({18, 21})
  @ValueSource(strings = {"code_challenge", "response_type"})
  void an_empty_parameter_is_as_if_absent(String name) {
    var request = spa.asksFor("openid");
    Expect.sentBack(get(request.with(name, "").url()), request, "invalid_request");
    Expect.sentBack(get(request.without(name).url()), request, "invalid_request");
  }

  @Test
  @Security(18)
  void an_empty_state_is_not_returned() {
    var request = spa.asksFor("openid").with("state", "").with("prompt", "none");
    assertThat(get(request.url()).returned()).doesNotContainKey("state");
  }

  @Test
  @Security(22)
  void a_confidential_client_needs_a_challenge_too() {
    var request = web.asksFor("openid").without("code_challenge", "code_challenge_method");
    Expect.sentBack(get(request.url()), request, "invalid_request");
  }

  @Test
  @Security(22)
  @Spec("OAuth 2.1 §7.5.1")
  void a_client_that_may_use_a_nonce_instead_must_send_one() {
    var bare = jsec.asksFor("openid").without("code_challenge", "code_challenge_method");
    Expect.sentBack(get(bare.without("nonce").url()), bare, "invalid_request");
    Expect.sentBack(get(bare.with("scope", "profile").url()), bare, "invalid_request");
    assertThat(Visitor.shows(new Browser(server).open(bare.url()), "sign-in")).isTrue();
  }

  @ParameterizedTest
  @Security(23)
  @ValueSource(strings = {"plain", "S512", "s256", ""})
  void only_s256_is_a_challenge_method(String method) {
    var request = spa.asksFor("openid").with("code_challenge_method", method);
    Expect.sentBack(get(request.url()), request, "invalid_request");
  }

  @ParameterizedTest
  @Security(23)
  @ValueSource(strings = {"short", "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"})
  void a_challenge_that_is_no_sha_256_is_refused(String challenge) {
    var request = spa.asksFor("openid").with("code_challenge", challenge);
    Expect.sentBack(get(request.url()), request, "invalid_request");
  }

  @ParameterizedTest
  @Security(25)
  @Spec("RFC 9700 §2.1.2")
  @ValueSource(
      strings = {"token", "id_token", "code token", "code id_token", "none", "CODE", "code code"})
  void any_response_type_but_code_is_refused(String type) {
    var request = spa.asksFor("openid").with("response_type", type);
    var answer = get(request.url());
    Expect.sentBack(answer, request, "unsupported_response_type");
    assertThat(answer.location()).doesNotContain("#");
  }

  @Test
  @Security(25)
  void the_refusal_of_implicit_names_what_replaces_it() {
    var answer = get(spa.asksFor("openid").with("response_type", "token").url());
    assertThat(answer.returned().get("error_description")).contains("code", "PKCE");
  }

  @ParameterizedTest
  @Security(26)
  @ValueSource(strings = {"fragment", "query.jwt", "jwt", "web_message", "xyz"})
  void a_response_mode_that_is_not_served_is_refused(String mode) {
    var request = spa.asksFor("openid").with("response_mode", mode);
    var answer = get(request.url());
    Expect.sentBack(answer, request, "invalid_request");
    assertThat(answer.location()).doesNotContain("#");
  }

  @ParameterizedTest
  @Security(31)
  @ValueSource(strings = {"none login", "none consent", "xyz", "login xyz", "NONE"})
  void a_prompt_that_contradicts_itself_is_refused(String prompt) {
    var request = spa.asksFor("openid").with("prompt", prompt);
    Expect.sentBack(get(request.url()), request, "invalid_request");
  }

  @ParameterizedTest
  @Security(33)
  @ValueSource(strings = {"-1", "abc", "1.5", "99999999999999999999", "0x10", "+1"})
  void a_max_age_that_is_no_number_of_seconds_is_refused(String age) {
    var request = spa.asksFor("openid").with("max_age", age);
    Expect.sentBack(get(request.url()), request, "invalid_request");
  }

  @ParameterizedTest
  @Security({45, 46})
  @Spec("OpenID Connect Core §3.1.2.6")
  @CsvSource({
    "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
    "request_uri, http://127.0.0.1:1/x, request_uri_not_supported",
    "request_uri, http://169.254.169.254/, request_uri_not_supported",
    "request_uri, file:///etc/passwd, request_uri_not_supported",
    "registration, {}, registration_not_supported"
  })
  void what_is_not_served_is_refused_by_its_own_name(String name, String value, String error) {
    var request = spa.asksFor("openid").with(name, value);
    Expect.sentBack(get(request.url()), request, error);
  }

  @ParameterizedTest
  @Spec("RFC 6749 §3.3")
  @ValueSource(strings = {"admin", "notes.read notes.delete", "openid \"x\"", "openid é"})
  void a_scope_that_nobody_offers_is_refused(String scope) {
    var request = spa.asksFor(scope);
    Expect.sentBack(get(request.url()), request, "invalid_scope");
  }

  @Test
  @Spec("RFC 6749 §3.3")
  void a_scope_that_the_client_is_not_registered_for_is_refused() {
    var request = jsec.asksFor("openid notes.read");
    Expect.sentBack(get(request.url()), request, "invalid_scope");
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void beside_openid_an_unknown_scope_is_ignored() {
    var request = spa.asksFor("openid admin").with("prompt", "none");
    Expect.sentBack(get(request.url()), request, "login_required");
  }

  @ParameterizedTest
  @Security(95)
  @Spec("RFC 8707 §2")
  @ValueSource(
      strings = {"https://unknown.test/", "not a uri", "https://api.test/notes#f", "/relative"})
  void a_resource_that_nobody_serves_is_refused(String resource) {
    var request = spa.asksFor("openid notes.read").with("resource", resource);
    Expect.sentBack(get(request.url()), request, "invalid_target");
  }

  private Answer get(String url) {
    return new Browser(server).get(url);
  }
}
