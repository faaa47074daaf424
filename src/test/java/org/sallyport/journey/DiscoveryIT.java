package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What the product says about itself, and that it is so. */
@Spec({"RFC 8414 §3", "OpenID Connect Discovery §4"})
class DiscoveryIT {
  private static final String OPENID = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";

  private static final Map<String, String> NAMES =
      Map.of(
          "introspect", "introspection",
          "par", "pushed_authorization_request",
          "revoke", "revocation",
          "token", "token",
          "userinfo", "userinfo");

  private final Server server = Server.onH2();
  private final Browser browser = new Browser(server);

  @ParameterizedTest
  @Security(122)
  @ValueSource(strings = {OPENID, OAUTH})
  void the_metadata_names_exactly_what_is_served(String path) {
    var answer = browser.get(server.url(path));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json())
        .containsEntry("issuer", server.issuer())
        .containsEntry("authorization_endpoint", server.url("/oauth2/authorize"))
        .containsEntry("token_endpoint", server.url("/oauth2/token"))
        .containsEntry("userinfo_endpoint", server.url("/oauth2/userinfo"))
        .containsEntry("jwks_uri", server.url("/oauth2/jwks"))
        .containsEntry("end_session_endpoint", server.url("/oauth2/logout"))
        .containsEntry("introspection_endpoint", server.url("/oauth2/introspect"))
        .containsEntry("revocation_endpoint", server.url("/oauth2/revoke"))
        .containsEntry("response_types_supported", List.of("code"))
        .containsEntry("code_challenge_methods_supported", List.of("S256"))
        .containsEntry("authorization_response_iss_parameter_supported", true)
        .containsEntry("claims_parameter_supported", true)
        .containsEntry("pushed_authorization_request_endpoint", server.url("/oauth2/par"))
        .containsEntry("request_parameter_supported", true)
        .containsEntry("request_uri_parameter_supported", true)
        .containsEntry("require_request_uri_registration", true)
        .doesNotContainKeys("registration_endpoint", "device_authorization_endpoint");
  }

  @Test
  void the_metadata_lists_what_may_be_asked_for() {
    var answer = browser.get(server.url("/.well-known/openid-configuration"));
    assertThat((List<?>) answer.json().get("grant_types_supported"))
        .map(Object::toString)
        .containsExactlyInAnyOrder("authorization_code", "refresh_token", "client_credentials");
    assertThat((List<?>) answer.json().get("scopes_supported"))
        .map(Object::toString)
        .contains("openid", "profile", "email", "address", "phone", "groups", "offline_access")
        .contains("notes.read", "calendar.read");
    assertThat((List<?>) answer.json().get("claims_supported"))
        .map(Object::toString)
        .contains("sub", "auth_time", "name", "email_verified", "phone_number", "groups");
    assertThat((List<?>) answer.json().get("response_modes_supported"))
        .map(Object::toString)
        .containsExactlyInAnyOrder(
            "query", "form_post", "jwt", "query.jwt", "fragment.jwt", "form_post.jwt");
    assertThat((List<?>) answer.json().get("token_endpoint_auth_methods_supported"))
        .map(Object::toString)
        .containsExactlyInAnyOrder(
            "none",
            "client_secret_basic",
            "client_secret_post",
            "client_secret_jwt",
            "private_key_jwt",
            "tls_client_auth",
            "self_signed_tls_client_auth");
  }

  @Test
  @Spec("RFC 8705 §5")
  void the_metadata_tells_where_certificates_are_asked_for() {
    var metadata = browser.get(server.url(OPENID)).json();
    assertThat(metadata).containsEntry("tls_client_certificate_bound_access_tokens", true);
    assertThat((Map<?, ?>) metadata.get("mtls_endpoint_aliases"))
        .hasToString(
            Stream.of("introspect", "par", "revoke", "token", "userinfo")
                .map(e -> NAMES.get(e) + "_endpoint=https://mtls.login.test/oauth2/" + e)
                .collect(Collectors.joining(", ", "{", "}")));
  }

  @Test
  @Security(122)
  void nothing_is_signed_by_no_algorithm_and_no_key_by_that_of_a_secret() {
    var metadata = browser.get(server.url(OPENID)).json();
    assertThat((List<?>) metadata.get("dpop_signing_alg_values_supported"))
        .map(Object::toString)
        .contains("ES256", "PS256", "Ed25519")
        .noneMatch(alg -> alg.equals("none") || alg.startsWith("HS"));
    assertThat(metadata.get("request_object_signing_alg_values_supported"))
        .isEqualTo(metadata.get("dpop_signing_alg_values_supported"));
    assertThat(metadata.get("authorization_signing_alg_values_supported"))
        .isEqualTo(
            List.of(
                "ES256", "ES384", "ES512", "Ed25519", "EdDSA", "PS256", "PS384", "PS512", "RS256",
                "RS384", "RS512"));
  }

  @Test
  @Security(122)
  void nothing_is_encrypted_by_anything_weak() {
    var metadata = browser.get(server.url(OPENID)).json();
    for (var what : List.of("id_token", "userinfo", "authorization", "introspection")) {
      assertThat(metadata)
          .containsEntry(
              what + "_encryption_alg_values_supported",
              List.of("ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW", "RSA-OAEP-256"));
    }
    assertThat(metadata)
        .containsEntry(
            "request_object_encryption_alg_values_supported", List.of("ECDH-ES", "RSA-OAEP-256"))
        .containsEntry(
            "request_object_encryption_enc_values_supported",
            List.of("A128CBC-HS256", "A128GCM", "A256CBC-HS512", "A256GCM"));
  }

  @Test
  @Security(122)
  void every_endpoint_of_the_metadata_answers() {
    var metadata = browser.get(server.url(OPENID)).json();
    metadata.forEach(
        (name, value) -> {
          if (name.endsWith("_endpoint") || name.equals("jwks_uri")) {
            assertThat(browser.get(value.toString()).status()).as(name).isNotIn(404, 500, 503);
          }
        });
  }

  @Test
  @Security(121)
  @Spec("RFC 7517 §4")
  void the_keys_are_public_distinct_and_for_one_use() throws Exception {
    var answer = browser.get(server.url("/oauth2/jwks"));
    var keys = JWKSet.parse(answer.body()).getKeys();
    assertThat(keys).extracting(JWK::getKeyID).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(keys)
        .allSatisfy(
            k -> {
              assertThat(k.isPrivate()).isFalse();
              assertThat(k.getKeyType().getValue()).isIn("RSA", "EC", "OKP");
              var encrypts = List.of("ECDH-ES", "RSA-OAEP-256");
              assertThat(k.getKeyUse().identifier())
                  .isEqualTo(encrypts.contains(k.getAlgorithm().getName()) ? "enc" : "sig");
            });
    assertThat(answer.body()).doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"k\"", "\"dp\"");
  }

  @Test
  @Security(121)
  void the_keys_may_be_cached_and_asked_for_again() {
    var first = browser.get(server.url("/oauth2/jwks"));
    assertThat(first.header("Cache-Control")).containsPattern("max-age=[1-9]");
    var tag = first.header("ETag");
    assertThat(tag).startsWith("\"");
    for (var known : List.of(tag, "\"x\", " + tag, "W/" + tag, "*")) {
      var again = new Browser(server).sending("If-None-Match", known);
      assertThat(again.get(server.url("/oauth2/jwks")).status()).as(known).isEqualTo(304);
    }
    var other = new Browser(server).sending("If-None-Match", "\"x\"");
    assertThat(other.get(server.url("/oauth2/jwks")).status()).isEqualTo(200);
  }

  @Test
  @Security(123)
  @Spec("RFC 9068 §2")
  void an_access_token_has_the_form_of_its_resource_server() {
    var house = Application.house(server);
    var request = house.asksFor("openid profile groups notes.read");
    var tokens = Expect.tokens(Visitor.alice(server).tokens(request));
    var jwt = String.valueOf(tokens.get("access_token"));
    assertThat(Tokens.header(jwt).getType().getType()).isEqualTo("at+jwt");
    var claims = Tokens.claims(jwt);
    assertThat(claims.getClaims())
        .containsKeys("iss", "exp", "aud", "sub", "client_id", "iat", "jti", "scope", "auth_time");
    assertThat(claims.getIssuer()).isEqualTo(server.issuer());
    assertThat(claims.getClaim("client_id")).isEqualTo("house");
    assertThat(claims.getAudience()).containsExactly("https://api.test/notes");
  }

  @Test
  @Security(123)
  void a_resource_server_may_want_the_type_jwt_and_rs256() {
    var spa = Application.spa(server);
    var request = spa.asksFor("openid groups calendar.read");
    var tokens = Expect.tokens(Visitor.alice(server).tokens(request));
    var jwt = String.valueOf(tokens.get("access_token"));
    assertThat(Tokens.header(jwt).getType().getType()).isEqualTo("JWT");
    assertThat(Tokens.header(jwt).getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(Tokens.claims(jwt).getClaims())
        .containsEntry("upn", "alice")
        .containsEntry("groups", List.of("staff", "admins"));
    assertThat(Tokens.claims(jwt).getAudience()).containsExactly("https://api.test/jwt");
  }

  @Test
  @Spec("OpenID Connect Core §2")
  void an_id_token_is_for_its_client_and_its_request() {
    var house = Application.house(server);
    var request = house.asksFor("openid");
    var tokens = Expect.tokens(Visitor.alice(server).tokens(request));
    var jwt = String.valueOf(tokens.get("id_token"));
    assertThat(Tokens.header(jwt).getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(Tokens.claims(jwt).getAudience()).containsExactly("house");
    assertThat(Tokens.claims(jwt).getClaims())
        .containsEntry("iss", server.issuer())
        .containsEntry("nonce", request.get("nonce"))
        .containsKeys("sub", "exp", "iat", "auth_time", "at_hash", "acr", "amr")
        .doesNotContainKeys("email", "name", "azp", "sid");
  }

  @Test
  @Spec("RFC 9864 §2.2")
  void a_client_may_want_its_id_token_by_an_algorithm_of_its_own() throws Exception {
    var edwards =
        new Application(
            server, "edwards", "edwards-secret-edwards-secret-ed", "https://edwards.test/cb");
    var tokens = Expect.tokens(Visitor.alice(server).tokens(edwards.asksFor("openid")));
    var header = Tokens.header(String.valueOf(tokens.get("id_token")));
    assertThat(header.getAlgorithm().getName()).isEqualTo("Ed25519");
    var keys = JWKSet.parse(browser.get(server.url("/oauth2/jwks")).body());
    assertThat(keys.getKeyByKeyId(header.getKeyID()).toOctetKeyPair().getCurve().getName())
        .isEqualTo("Ed25519");
    var access = String.valueOf(tokens.get("access_token"));
    var request = server.request(server.url("/oauth2/userinfo"));
    var told =
        Http.send(
            server.url("/oauth2/userinfo"),
            request.header("Authorization", "Bearer " + access).build());
    assertThat(Tokens.header(told.body()).getAlgorithm().getName()).isEqualTo("PS256");
  }

  @Test
  void a_client_may_want_its_id_token_elliptic() {
    var elliptic =
        new Application(
            server, "elliptic", "elliptic-secret-elliptic-secret-", "https://elliptic.test/cb");
    var tokens = Expect.tokens(Visitor.alice(server).tokens(elliptic.asksFor("openid")));
    var header = Tokens.header(String.valueOf(tokens.get("id_token")));
    assertThat(header.getAlgorithm().getName()).isEqualTo("ES256");
  }
}
