package org.sallyport.client.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.metadata.ProfileName;
import org.sallyport.client.profile.SecurityProfile.AuthorizationFacts;
import org.sallyport.client.profile.SecurityProfile.TokenFacts;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.mtls.TestCertificates;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

/** A client of FAPI 1.0 Advanced is held to it, and told which rule it breaks. */
@Spec("FAPI 1.0 Advanced §5.2.2")
class Fapi1Test {
  private static final Duration HOUR = Duration.ofMinutes(60);
  private static final Parameters OPENID = said("scope", "nonce");
  private static final Parameters CHALLENGED = said("scope", "nonce", "code_challenge");
  private static final Parameters STATED = said("authorization_details", "state");
  private static final String BANK =
      """
      [{"client_id": "bank", "client_name": "Bank", "profile": "fapi1-advanced",
        "token_endpoint_auth_method": "private_key_jwt", "jwks": JWKS,
        "token_endpoint_auth_signing_alg": "ES256", "request_object_signing_alg": "ES256",
        "tls_client_certificate_bound_access_tokens": true, "require_pkce": "nonce",
        "authorization_signed_response_alg": "PS256", "id_token_signed_response_alg": "PS256",
        "redirect_uris": ["https://bank.test/cb"], "scope": "openid notes.read"}]
      """
          .replace("JWKS", TestCertificates.jwks("self-signed"));

  private final StoredClients registered =
      new StoredClients(Stores.h2(), new SettableClock(TestKeys.NOW));

  @ParameterizedTest
  @ValueSource(strings = {"private_key_jwt", "self_signed_tls_client_auth"})
  void a_client_that_meets_it_is_registered(String method) {
    var key = method.equals("private_key_jwt");
    var section = BANK.replace("private_key_jwt", method);
    registered.apply(
        key ? section : section.replace("\"token_endpoint_auth_signing_alg\": \"ES256\",", ""));
    assertThat(registered.authenticated("bank").metadata().profile())
        .isEqualTo(ProfileName.FAPI1_ADVANCED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"token_endpoint_auth_signing_alg\": \"ES256\"|\"token_endpoint_auth_signing_alg\": \"RS256\"|8.6",
        "\"token_endpoint_auth_signing_alg\": \"ES256\"|\"default_max_age\": 1|8.6",
        "\"request_object_signing_alg\": \"ES256\"|\"request_object_signing_alg\": \"Ed25519\"|8.6",
        "\"authorization_signed_response_alg\": \"PS256\"|\"authorization_signed_response_alg\": \"RS256\"|8.6",
        "\"require_pkce\": \"nonce\"|\"userinfo_signed_response_alg\": \"RS256\"|8.6",
        "\"require_pkce\": \"nonce\"|\"introspection_signed_response_alg\": \"RS256\"|8.6",
        "\"id_token_signed_response_alg\": \"PS256\"|\"id_token_signed_response_alg\": \"RS256\"|8.6",
        "bound_access_tokens\": true|bound_access_tokens\": false|5.2.2-5",
        "https://bank.test/cb|http://127.0.0.1/cb|5.2.2-20",
        "notes.read|calendar|8.6"
      })
  void one_that_falls_short_is_refused_with_the_section(String old, String other, String told) {
    assertThat(BANK).contains(old);
    assertThatThrownBy(() -> registered.apply(BANK.replace(old, other)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("fapi1-advanced: ")
        .hasMessageContaining(told);
  }

  @Test
  @Spec("FAPI 1.0 Advanced §8.6")
  void what_it_does_not_say_is_signed_as_it_may() {
    registered.apply(
        BANK.replaceAll("\"(authorization|id_token)_signed_response_alg\": \"PS256\",", ""));
    var bank = registered.authenticated("bank").metadata();
    assertThat(bank.responses().authorization().algorithm().name()).isEqualTo("ES256");
    assertThat(bank.responses().introspection().algorithm().name()).isEqualTo("ES256");
    assertThat(bank.responses().idToken().algorithm().name()).isEqualTo("ES256");
  }

  @Test
  void its_assertions_may_be_for_an_endpoint() {
    registered.apply(
        BANK.replace(
            "\"require_pkce\": \"nonce\"",
            "\"require_pkce\": \"nonce\", \"accept_endpoint_audience\": true"));
    assertThat(registered.authenticated("bank").metadata().authentication().endpointAudience())
        .isTrue();
  }

  @Test
  void a_client_without_a_key_or_certificate_is_refused() {
    var section =
        BANK.replace("\"private_key_jwt\"", "\"client_secret_basic\"")
            .replace(
                "\"token_endpoint_auth_signing_alg\": \"ES256\"",
                "\"client_secret\": \"0123456789abcdef\"");
    assertThatThrownBy(() -> registered.apply(section)).hasMessageContaining("5.2.2-14");
  }

  @Test
  void a_signed_request_for_a_signed_answer_is_taken() {
    for (var said : List.of(OPENID, CHALLENGED, STATED)) {
      assertThatCode(
              () ->
                  SecurityProfile.FAPI1_ADVANCED.check(
                      new AuthorizationFacts(false, Optional.of("PS256"), HOUR, said)))
          .doesNotThrowAnyException();
    }
    assertThatCode(
            () ->
                SecurityProfile.FAPI1_ADVANCED.check(
                    new AuthorizationFacts(true, Optional.of("PS256"), HOUR, CHALLENGED)))
        .doesNotThrowAnyException();
  }

  @Test
  void any_other_is_refused_by_its_rule() {
    refused(new AuthorizationFacts(false, Optional.empty(), HOUR, OPENID), "5.2.2-1)");
    refused(
        new AuthorizationFacts(false, Optional.of("PS256"), HOUR, without(OPENID, "response_mode")),
        "5.2.2-2)");
    refused(new AuthorizationFacts(false, Optional.of("PS256"), Duration.ZERO, OPENID), "5.2.2-13");
    refused(
        new AuthorizationFacts(false, Optional.of("PS256"), HOUR.plusSeconds(1), OPENID),
        "5.2.2-13");
    refused(new AuthorizationFacts(true, Optional.of("PS256"), HOUR, OPENID), "5.2.2-18");
  }

  @Test
  @Spec("FAPI 1.0 Baseline §5.2.2.2")
  void what_is_signed_has_scope_and_nonce_or_state() {
    refused(
        new AuthorizationFacts(false, Optional.of("PS256"), HOUR, without(OPENID, "scope")),
        "5.2.2-10");
    refused(
        new AuthorizationFacts(false, Optional.of("PS256"), HOUR, without(OPENID, "nonce")),
        "5.2.2.2");
    refused(
        new AuthorizationFacts(false, Optional.of("PS256"), HOUR, without(OPENID, "redirect_uri")),
        "5.2.2-9");
    refused(
        new AuthorizationFacts(false, Optional.of("PS256"), HOUR, without(STATED, "state")),
        "5.2.2.3");
  }

  private static Parameters said(String... names) {
    var said = new LinkedHashMap<String, List<String>>();
    said.put("response_mode", List.of("jwt"));
    said.put("redirect_uri", List.of("https://bank.test/cb"));
    Stream.of(names).forEach(n -> said.put(n, List.of(n.equals("scope") ? "a openid" : "1")));
    return Parameters.of(said);
  }

  private static Parameters without(Parameters said, String name) {
    var rest = new LinkedHashMap<>(said.asMap());
    rest.remove(name);
    return Parameters.of(rest);
  }

  @Test
  void a_token_has_to_be_bound() {
    SecurityProfile.FAPI1_ADVANCED.check(new TokenFacts(true));
    assertThatThrownBy(() -> SecurityProfile.FAPI1_ADVANCED.check(new TokenFacts(false)))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("certificate");
  }

  private static void refused(AuthorizationFacts facts, String told) {
    assertThatThrownBy(() -> SecurityProfile.FAPI1_ADVANCED.check(facts))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining(told);
  }
}
