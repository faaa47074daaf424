package org.sallyport.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthException;

@Spec("RFC 9700 §4.3.2")
class CredentialParametersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token",
        "ACCESS-TOKEN",
        "accessToken",
        "access_token[]",
        "token",
        "client_secret",
        "clientSecret",
        "client.secret",
        "client_assertion",
        "code",
        "code_verifier",
        "refresh_token",
        "id_token",
        "password",
        "Authorization",
        "api_key",
        "DPoP",
      })
  void a_credential_in_the_query_is_refused_however_it_is_spelt(String name) {
    assertThatThrownBy(() -> CredentialParameters.refuseIn(query(name)))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema",
        "api-version",
        "code_challenge",
        "code_challenge_method",
        "id_token_hint",
        "token_type_hint",
        "ticket",
        "state",
        "request",
        "response_type",
        "client_id",
        "tokens",
        "passwordless",
      })
  void anything_else_may_stand_there(String name) {
    assertThatCode(() -> CredentialParameters.refuseIn(query(name))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 200})
  void a_name_too_long_to_be_one_is_none(int length) {
    assertThat(CredentialParameters.isOne("code" + "_".repeat(length - 4))).isFalse();
  }

  private static Parameters query(String name) {
    return Parameters.of(Map.of(name, List.of("x")));
  }
}
