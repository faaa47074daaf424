package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;
import static org.sallyport.protocol.OAuthError.UNSUPPORTED_GRANT_TYPE;
import static org.sallyport.token.Refusal.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.persistence.Stores;

/** Which grant types are served, and to whom. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class GrantTypesTest {
  private final Desk desk = new Desk(Stores.h2());

  @ParameterizedTest
  @Security(63)
  @Spec({"RFC 9700 §2.1.2", "RFC 9700 §2.4"})
  @ValueSource(strings = {"password", "implicit"})
  void what_is_no_longer_offered_says_what_replaced_it(String grantType) {
    refused(UNSUPPORTED_GRANT_TYPE, () -> desk.token("spa", "grant_type", grantType))
        .hasMessageContaining("use authorization_code with PKCE");
  }

  @ParameterizedTest
  @Security(63)
  @ValueSource(strings = {"unknown", "AUTHORIZATION_CODE", "authorization_code "})
  void an_unknown_one_is_told_the_known_ones(String grantType) {
    refused(UNSUPPORTED_GRANT_TYPE, () -> desk.token("spa", "grant_type", grantType))
        .hasMessageContaining("authorization_code, refresh_token, client_credentials");
  }

  @Test
  @Security(63)
  void none_is_an_invalid_request() {
    refused(INVALID_REQUEST, () -> desk.token("spa"));
    refused(INVALID_REQUEST, () -> desk.token("spa", "grant_type", ""));
  }

  @Test
  @Security(63)
  void a_client_may_use_those_it_is_registered_for() {
    refused(
        UNAUTHORIZED_CLIENT,
        () -> desk.token("svc", "grant_type", "refresh_token", "refresh_token", "x"));
    refused(
        UNAUTHORIZED_CLIENT,
        () -> desk.token("svc", "grant_type", "authorization_code", "code", "x"));
  }

  @Test
  @Spec("RFC 8414 §2")
  void the_metadata_names_those_that_are_served() {
    var source = new TokenMetadata();
    source.settings = TestSettings.standard();
    source.grantTypes = desk.grantTypes();
    source.clients = desk.clients.authentication();
    var metadata = new Metadata();
    source.describe(metadata);
    assertThat(metadata.toJson())
        .contains(
            "\"token_endpoint\":\"https://id.test/oauth2/token\"",
            "[\"authorization_code\",\"client_credentials\",\"refresh_token\"]",
            "[\"client_secret_basic\",\"client_secret_jwt\",\"client_secret_post\",\"none\","
                + "\"private_key_jwt\",\"self_signed_tls_client_auth\",\"tls_client_auth\"]");
  }
}
