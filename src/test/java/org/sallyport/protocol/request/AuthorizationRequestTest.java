package org.sallyport.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;
import static org.sallyport.protocol.OAuthError.INVALID_TARGET;
import static org.sallyport.protocol.OAuthError.REGISTRATION_NOT_SUPPORTED;
import static org.sallyport.protocol.OAuthError.REQUEST_NOT_SUPPORTED;
import static org.sallyport.protocol.OAuthError.REQUEST_URI_NOT_SUPPORTED;
import static org.sallyport.protocol.OAuthError.UNSUPPORTED_RESPONSE_TYPE;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Example;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.CodeChallenge;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Scopes;

class AuthorizationRequestTest {
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String SOUND =
      "client_id=spa&response_type=code&scope=openid&nonce=n&code_challenge_method=S256"
          + "&code_challenge="
          + CHALLENGE;

  @Test
  @Spec("RFC 7636 §4.3")
  void a_sound_request_is_read_into_types() {
    var request =
        parse("&resource=https://api.test&resource=https://b.test&max_age=60&prompt=login");
    assertThat(request.client()).isEqualTo(new ClientId("spa"));
    assertThat(request.access().isOpenId()).isTrue();
    assertThat(request.access().resources()).hasSize(2);
    assertThat(request.proof().challenge()).contains(new CodeChallenge(CHALLENGE));
    assertThat(request.proof().nonce()).contains("n");
    assertThat(request.conditions().maxAge()).contains(Duration.ofMinutes(1));
    assertThat(request.conditions().prompts()).containsExactly(Prompt.LOGIN);
  }

  @Test
  @Spec("RFC 9126 §2.1")
  void the_example_of_a_pushed_request_is_sound() {
    var request = parsed(Example.compact("rfc9126-2.1.form"));
    assertThat(request.client()).isEqualTo(new ClientId("s6BhdRkqt3"));
    assertThat(request.access().scopes()).contains(Scopes.of("account-information"));
    assertThat(request.proof().challenge())
        .contains(new CodeChallenge("K2-ltc83acc4h0c9w6ESC_rEMTJ3bww-uCHaoeK1t8U"));
  }

  @Test
  @Spec("RFC 9470 §4")
  void the_examples_of_a_step_up_ask_for_a_class_or_a_recent_sign_in() {
    var purchase = "client_id=s6BhdRkqt3&response_type=code&scope=purchase";
    var classed = parsed(purchase + "&acr_values=myACR").conditions();
    assertThat(classed.classes()).containsExactly("myACR");
    assertThat(classed.maxAge()).isEmpty();
    var recent = parsed(purchase + "&max_age=5").conditions();
    assertThat(recent.maxAge()).contains(Duration.ofSeconds(5));
    assertThat(recent.classes()).isEmpty();
  }

  @Test
  @Security(19)
  @Spec("OpenID Connect Core §3.1.2.1")
  void unknown_parameters_are_ignored() {
    assertThat(parse("&__proto__=x&class.classLoader=y&faces.ViewState=z&claims={}&display=page"))
        .isNotNull();
  }

  @ParameterizedTest
  @Security(17)
  @ValueSource(
      strings = {
        "response_type",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "request",
        "request_uri",
        "prompt",
        "other"
      })
  @Spec("OAuth 2.1 §3.1")
  void a_repeated_parameter_is_refused(String name) {
    refused(SOUND + "&" + name + "=code&" + name + "=code", INVALID_REQUEST);
  }

  @ParameterizedTest
  @Security(25)
  @ValueSource(strings = {"token", "id_token", "code%20token", "none", "CODE", "code%20code"})
  @Spec("RFC 9700 §2.1.2")
  void a_response_type_but_code_is_not_supported(String type) {
    refused("client_id=spa&response_type=" + type, UNSUPPORTED_RESPONSE_TYPE);
  }

  @Test
  @Spec("RFC 9700 §2.1.2")
  void the_refusal_of_implicit_names_what_replaces_it() {
    assertThatThrownBy(() -> parsed("client_id=spa&response_type=token"))
        .hasMessageContaining("response_type=code");
  }

  @Test
  @Security(25)
  void a_missing_response_type_is_refused() {
    refused("client_id=spa", INVALID_REQUEST);
  }

  @ParameterizedTest
  @Security(23)
  @ValueSource(
      strings = {
        "&code_challenge_method=plain",
        "&code_challenge_method=S512",
        "&code_challenge_method=s256",
        ""
      })
  @Spec("RFC 7636 §4.3")
  void a_challenge_by_another_method_than_s256_is_refused(String method) {
    refused(
        "client_id=spa&response_type=code&code_challenge=" + CHALLENGE + method, INVALID_REQUEST);
  }

  @Test
  void a_method_without_a_challenge_is_refused() {
    refused("client_id=spa&response_type=code&code_challenge_method=S256", INVALID_REQUEST);
  }

  @ParameterizedTest
  @Security(26)
  @ValueSource(strings = {"fragment", "code.jwt", "web_message", "QUERY.JWT", "xyz"})
  void an_unknown_response_mode_is_refused(String mode) {
    refused(SOUND + "&response_mode=" + mode, INVALID_REQUEST);
  }

  @ParameterizedTest
  @Security(31)
  @ValueSource(strings = {"none%20login", "xyz", "Login"})
  void a_prompt_that_makes_no_sense_is_refused(String prompt) {
    refused(SOUND + "&prompt=" + prompt, INVALID_REQUEST);
  }

  @ParameterizedTest
  @Security(33)
  @ValueSource(strings = {"-1", "abc", "99999999999999999999", "1.5", "%2B1", "%D9%A1"})
  void a_max_age_that_is_no_number_of_seconds_is_refused(String maxAge) {
    refused(SOUND + "&max_age=" + maxAge, INVALID_REQUEST);
  }

  @Test
  @Security(29)
  void a_scope_longer_than_any_is_refused() {
    refused("client_id=spa&response_type=code&scope=" + "a".repeat(4_001), INVALID_SCOPE);
  }

  @Test
  @Security(29)
  void a_scope_of_one_value_many_times_is_one_scope() {
    var request = parsed("client_id=spa&response_type=code&scope=" + "a+".repeat(1_000));
    assertThat(request.access().scopes()).contains(Scopes.of("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "nonce", "id_token_hint"})
  void a_value_too_long_to_be_held_is_refused(String name) {
    var query = "client_id=spa&response_type=code&" + name + "=" + "x".repeat(3_001);
    refused(query, INVALID_REQUEST);
  }

  @ParameterizedTest
  @Spec("RFC 8707 §2")
  @ValueSource(strings = {"api", "https://api.test%23fragment"})
  void a_resource_that_is_no_absolute_uri_is_refused(String resource) {
    refused(SOUND + "&resource=" + resource, INVALID_TARGET);
  }

  @Test
  @Security({45, 46})
  @Spec("OpenID Connect Core §3.1.2.6")
  void what_is_not_offered_is_refused_by_name() {
    refused(SOUND + "&request=eyJhbGciOiJub25lIn0..", REQUEST_NOT_SUPPORTED);
    refused(SOUND + "&request_uri=http://127.0.0.1:1/", REQUEST_URI_NOT_SUPPORTED);
    refused(SOUND + "&registration={}", REGISTRATION_NOT_SUPPORTED);
  }

  private static AuthorizationRequest parse(String more) {
    return parsed(SOUND + more);
  }

  private static AuthorizationRequest parsed(String query) {
    var to = new ReturnAddress("https://app.test/cb", ResponseMode.QUERY, Optional.empty());
    return AuthorizationRequest.parse(FormEncoding.decode(query), to);
  }

  private static void refused(String query, OAuthError error) {
    assertThatThrownBy(() -> parsed(query))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }
}
