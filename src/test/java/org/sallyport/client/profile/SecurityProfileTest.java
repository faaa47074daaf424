package org.sallyport.client.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.metadata.ProfileName;
import org.sallyport.client.profile.SecurityProfile.AuthorizationFacts;
import org.sallyport.client.profile.SecurityProfile.ProofFacts;
import org.sallyport.client.profile.SecurityProfile.TokenFacts;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.jose.Signer;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

/** A client that is marked with a profile is held to it, and told which rule it breaks. */
@Spec("FAPI 2.0 Security Profile §5.3.2")
class SecurityProfileTest {
  private static final Parameters RETURNING =
      Parameters.of(Map.of("redirect_uri", List.of("https://bank.test/cb")));
  private static final Duration HOUR = Duration.ofMinutes(60);
  private static final String JWKS = Signer.es256("one").jwks();
  private static final String BANK =
      """
      [{"client_id": "bank", "client_name": "Bank", "profile": "fapi2-message-signing",
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "ES256", "jwks": JWKS,
        "id_token_signed_response_alg": "ES256", "request_object_signing_alg": "PS256",
        "authorization_signed_response_alg": "ES256", "require_pkce": true,
        "accept_endpoint_audience": false, "redirect_uris": ["https://bank.test/cb"],
        "scope": "openid notes.read"}]
      """
          .replace("JWKS", JWKS);

  private final StoredClients registered =
      new StoredClients(Stores.h2(), new SettableClock(TestKeys.NOW));

  @ParameterizedTest
  @ValueSource(strings = {"fapi2-message-signing", "fapi2-security", "oauth2.1"})
  void a_client_that_meets_it_is_registered(String profile) {
    registered.apply(BANK.replace("fapi2-message-signing", profile));
    assertThat(registered.authenticated("bank").metadata().profile())
        .isEqualTo(ProfileName.parse(profile));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"ES256\", \"jwks\"|\"RS256\", \"jwks\"|5.4.1",
        "\"private_key_jwt\"|\"client_secret_basic\", \"client_secret\": \"0123456789abcdef\"|5.3.2.1",
        "\"accept_endpoint_audience\": false|\"accept_endpoint_audience\": true|5.3.2.1-8",
        "\"require_pkce\": true|\"require_pkce\": \"nonce\"|5.3.2.2-5",
        "https://bank.test/cb|http://127.0.0.1/cb|5.3.2.2-8",
        "\"id_token_signed_response_alg\": \"ES256\"|\"id_token_signed_response_alg\": \"RS256\"|5.4.1",
        "notes.read|calendar|5.4.1",
        "\"id_token_signed_response_alg\": \"ES256\"|\"id_token_signed_response_alg\": \"ES256\", \"userinfo_signed_response_alg\": \"RS256\"|5.4.1",
        "\"id_token_signed_response_alg\": \"ES256\"|\"id_token_signed_response_alg\": \"ES256\", \"introspection_signed_response_alg\": \"RS256\"|5.4.1",
        "\"request_object_signing_alg\": \"PS256\"|\"default_max_age\": 1|Message Signing 5.3.1",
        "\"authorization_signed_response_alg\": \"ES256\"|\"authorization_signed_response_alg\": \"RS256\"|5.4.1"
      })
  void one_that_falls_short_is_refused_with_the_section(String old, String other, String told) {
    assertThat(BANK).contains(old);
    var section = BANK.replace(old, other);
    assertThatThrownBy(() -> registered.apply(withoutAlgorithm(section)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("fapi2-message-signing: ")
        .hasMessageContaining(told);
  }

  @Test
  @Spec("JARM §3")
  void its_answers_are_signed_as_it_may_even_where_it_does_not_say_how() {
    registered.apply(
        BANK.replaceAll("\"(authorization|id_token)_signed_response_alg\": \"ES256\",", ""));
    var bank = registered.authenticated("bank").metadata();
    assertThat(bank.responses().authorization().algorithm().name()).isEqualTo("ES256");
    assertThat(bank.responses().idToken().algorithm().name()).isEqualTo("ES256");
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.4.1")
  void who_signs_requests_without_having_to_signs_them_by_one_of_its_algorithms_too() {
    var security = SecurityProfile.FAPI2_SECURITY;
    security.check(new AuthorizationFacts(true, Optional.of("PS256"), HOUR, RETURNING));
    refused(
            INVALID_REQUEST_OBJECT,
            security,
            new AuthorizationFacts(true, Optional.of("RS256"), HOUR, RETURNING))
        .hasMessageContaining("5.4.1");
    var section = BANK.replace("fapi2-message-signing", "fapi2-security");
    registered.apply(
        section.replace("\"request_object_signing_alg\": \"PS256\"", "\"default_max_age\": 1"));
    assertThatThrownBy(() -> registered.apply(section.replace("\"PS256\"", "\"RS256\"")))
        .hasMessageContaining("request_object_signing_alg");
  }

  // The algorithm of a key would contradict a secret before any profile is asked.
  private static String withoutAlgorithm(String section) {
    return section.contains("client_secret_basic")
        ? section.replace("\"token_endpoint_auth_signing_alg\": \"ES256\",", "")
        : section;
  }

  @Test
  void there_is_no_other_profile() {
    assertThatThrownBy(() -> registered.apply(BANK.replace("fapi2-message-signing", "fapi3")))
        .hasMessageContaining("oauth2.1, fapi2-security, fapi2-message-signing");
  }

  @Test
  void a_request_has_to_be_pushed() {
    refused(SecurityProfile.FAPI2_SECURITY, facts(false, true, HOUR))
        .hasMessageContaining("pushed")
        .hasMessageContaining("5.3.2.2-3");
    SecurityProfile.FAPI2_SECURITY.check(facts(true, false, Duration.ZERO));
    refused(
            SecurityProfile.FAPI2_SECURITY,
            new AuthorizationFacts(true, Optional.empty(), HOUR, Parameters.of(Map.of())))
        .hasMessageContaining("5.3.2.2-6");
    SecurityProfile.NONE.check(facts(false, false, Duration.ZERO));
    SecurityProfile.OAUTH_2_1.check(facts(false, false, Duration.ZERO));
  }

  @Test
  @Spec("FAPI 2.0 Message Signing §5.3.1")
  void where_messages_are_signed_the_request_is_signed_for_an_hour_at_most() {
    var signing = SecurityProfile.FAPI2_MESSAGE_SIGNING;
    signing.check(facts(true, true, HOUR));
    refused(signing, facts(true, false, HOUR)).hasMessageContaining("signed");
    refused(INVALID_REQUEST_OBJECT, signing, facts(true, true, HOUR.plusSeconds(1)));
    refused(INVALID_REQUEST_OBJECT, signing, facts(true, true, Duration.ZERO));
    refused(signing, facts(false, true, HOUR)).hasMessageContaining("pushed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls_client_auth|\"tls_client_auth_san_dns\": \"bank.test\"",
        "self_signed_tls_client_auth|\"tls_client_certificate_bound_access_tokens\": true"
      })
  void a_certificate_is_as_good_as_a_key(String method, String more) {
    registered.apply(
        BANK.replace("fapi2-message-signing", "fapi2-security")
            .replace("private_key_jwt", method)
            .replace("\"token_endpoint_auth_signing_alg\": \"ES256\"", more));
    assertThat(registered.authenticated("bank").metadata().access().method()).isEqualTo(method);
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void its_codes_wait_a_minute_at_most() {
    for (var profile :
        List.of(SecurityProfile.FAPI2_SECURITY, SecurityProfile.FAPI2_MESSAGE_SIGNING)) {
      assertThat(profile.longestCode()).isEqualTo(Duration.ofMinutes(1));
    }
    assertThat(SecurityProfile.NONE.longestCode()).isGreaterThan(Duration.ofMinutes(1));
  }

  @Test
  void a_token_has_to_be_bound() {
    SecurityProfile.FAPI2_SECURITY.check(new TokenFacts(true));
    assertThatThrownBy(() -> SecurityProfile.FAPI2_SECURITY.check(new TokenFacts(false)))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(INVALID_REQUEST));
    SecurityProfile.NONE.check(new TokenFacts(false));
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.4.1")
  void a_proof_has_to_be_signed_by_one_of_its_algorithms() {
    SecurityProfile.FAPI2_SECURITY.check(new ProofFacts("PS256"));
    for (var profile :
        List.of(SecurityProfile.FAPI2_SECURITY, SecurityProfile.FAPI2_MESSAGE_SIGNING)) {
      assertThatThrownBy(() -> profile.check(new ProofFacts("RS256")))
          .isInstanceOfSatisfying(
              OAuthException.class, e -> assertThat(e.error()).isEqualTo(INVALID_DPOP_PROOF))
          .hasMessageContaining("5.4.1");
    }
    SecurityProfile.NONE.check(new ProofFacts("RS256"));
  }

  private static AuthorizationFacts facts(boolean pushed, boolean signed, Duration lasts) {
    return new AuthorizationFacts(
        pushed, signed ? Optional.of("ES256") : Optional.empty(), lasts, RETURNING);
  }

  private static AbstractThrowableAssert<?, ?> refused(
      SecurityProfile profile, AuthorizationFacts facts) {
    return refused(INVALID_REQUEST, profile, facts);
  }

  private static AbstractThrowableAssert<?, ?> refused(
      OAuthError error, SecurityProfile profile, AuthorizationFacts facts) {
    return assertThatThrownBy(() -> profile.check(facts))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }
}
