package org.sallyport.client.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.client.metadata.PkcePolicy;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.request.ResponseMode;

/** What an entry of the section {@code clients} may say, and what it means. */
@Spec("RFC 7591 §2")
class ClientMetadataTest {
  private static final String WEB =
      """
      {"client_id": "web", "client_name": "Web", "client_secret": "0123456789abcdef",
       "redirect_uris": ["https://web.test/cb"]}
      """;
  private static final String SPA =
      """
      {"client_id": "spa", "client_name": "Spa", "token_endpoint_auth_method": "none",
       "redirect_uris": ["https://spa.test/cb"]}
      """;

  @Test
  void what_is_not_said_has_the_default_of_the_specification() {
    var metadata = read(WEB).metadata();
    assertThat(metadata.access().method()).isEqualTo("client_secret_basic");
    assertThat(metadata.access().grantTypes()).containsExactly("authorization_code");
    assertThat(metadata.access().responseTypes()).containsExactly("code");
    assertThat(metadata.access().responseModes()).isEqualTo(ResponseMode.PLAIN);
    assertThat(metadata.access().scopes()).isEqualTo(Scopes.NONE);
    assertThat(metadata.signIn().pkce()).isEqualTo(PkcePolicy.REQUIRED);
    assertThat(metadata.responses().idToken().algorithm()).isEqualTo(SigningAlgorithm.RS256);
    assertThat(metadata.signIn().defaultMaxAge()).isEmpty();
    assertThat(metadata.about().firstParty()).isFalse();
  }

  @Test
  void a_secret_may_be_sent_in_both_places_where_the_client_says_so() {
    var both =
        WEB.replace(
            "]}",
            "], \"token_endpoint_auth_methods\":"
                + " [\"client_secret_post\", \"client_secret_basic\"]}");
    var access = read(both).metadata().access();
    assertThat(access.methods().all()).containsExactly("client_secret_post", "client_secret_basic");
    assertThat(access.confidential()).isTrue();
    assertThat(read(WEB).metadata().access().methods().all())
        .containsExactly("client_secret_basic");
  }

  @ParameterizedTest
  @Security(61)
  @ValueSource(
      strings = {
        "\"token_endpoint_auth_methods\": []",
        "\"token_endpoint_auth_methods\": \"client_secret_basic\"",
        "\"token_endpoint_auth_methods\": [\"client_secret_basic\", \"none\"]",
        "\"token_endpoint_auth_methods\": [\"client_secret_basic\", \"private_key_jwt\"]",
        "\"token_endpoint_auth_methods\": [\"client_secret_post\", \"client_secret_jwt\"]",
        "\"token_endpoint_auth_method\": \"none\","
            + " \"token_endpoint_auth_methods\": [\"client_secret_basic\"]"
      })
  void no_other_methods_stand_side_by_side(String said) {
    assertThatThrownBy(() -> read(WEB.replace("]}", "], " + said + "}")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("token_endpoint_auth_method");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"groups\"]", "[\"email\"]", "[\"sub\"]", "[\"x\"]", "\"all\"", "1"})
  void claims_of_the_id_token_belong_to_scopes_of_the_client(String claims) {
    var said = "], \"scope\": \"openid profile\", \"id_token_claims\": " + claims + "}";
    assertThatThrownBy(() -> read(WEB.replace("]}", said)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageMatching("(?s).*(id_token_claims).*");
  }

  @ParameterizedTest
  @Spec("RFC 5891 §4.4")
  @ValueSource(
      strings = {
        "redirect_uris",
        "post_logout_redirect_uris",
        "allowed_origins",
        "client_uri",
        "policy_uri",
        "tos_uri"
      })
  void a_host_in_other_letters_is_refused_with_its_punycode(String key) {
    var value =
        key.endsWith("s") ? "[\"https://b\u00fccher.test\"]" : "\"https://b\u00fccher.test\"";
    var uris = key.equals("redirect_uris") ? "" : "\"redirect_uris\": [\"https://a.test/\"],";
    assertThatThrownBy(
            () ->
                read(
                    """
                    {"client_id": "idn", "client_name": "IDN", %s
                     "token_endpoint_auth_method": "none", "%s": %s}
                    """
                        .formatted(uris, key, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("xn--bcher-kva.test");
  }

  @Test
  @Security(65)
  void scripts_are_at_the_origins_of_its_addresses_and_at_those_it_names() {
    var said = SPA.replace("]}", "], \"allowed_origins\": [\"capacitor://localhost\"]}");
    assertThat(read(said).metadata().redirects().origins())
        .containsExactlyInAnyOrder("https://spa.test", "capacitor://localhost");
    assertThatThrownBy(() -> read(said.replace("capacitor://localhost", "https://*.test")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("allowed_origins[0]");
  }

  @Test
  void what_is_said_is_kept() {
    var metadata =
        read("""
        {"client_id": "nat", "client_name": "Native", "client_name#de": "Einheimisch",
         "owner": "Sales", "first_party": true, "client_uri": "https://nat.test/",
         "policy_uri": "https://nat.test/p", "tos_uri": "https://nat.test/t",
         "contacts": ["ops@nat.test"], "token_endpoint_auth_method": "none",
         "application_type": "native", "redirect_uris": ["com.example.app:/cb"],
         "post_logout_redirect_uris": ["https://nat.test/bye"],
         "grant_types": ["authorization_code", "refresh_token"],
         "response_types": ["code"], "response_modes": ["query"], "scope": "openid email",
         "resources": ["https://api.test/"], "id_token_signed_response_alg": "ES256",
         "default_max_age": 60, "require_auth_time": true, "require_pkce": true}
        """)
            .metadata();
    assertThat(metadata.about().name().in(Locale.GERMANY)).isEqualTo("Einheimisch");
    assertThat(metadata.about().name().in(Locale.FRENCH)).isEqualTo("Native");
    assertThat(metadata.about().owner()).hasValue("Sales");
    assertThat(metadata.redirects().matching("com.example.app:/cb")).isPresent();
    assertThat(metadata.redirects().matchingPostLogout("https://nat.test/bye")).isPresent();
    assertThat(metadata.redirects().matchingPostLogout("https://nat.test/by")).isEmpty();
    assertThat(metadata.redirects().origins()).containsExactly("https://nat.test");
    assertThat(metadata.access().resources()).containsExactly(new Resource("https://api.test/"));
    assertThat(metadata.signIn().defaultMaxAge()).hasValue(Duration.ofMinutes(1));
    assertThat(metadata.mayUse("refresh_token")).isTrue();
    assertThat(metadata.mayUse("client_credentials")).isFalse();
  }

  @Test
  void neither_the_secret_nor_its_hash_is_in_what_is_kept() {
    assertThat(read(WEB).definition()).doesNotContain("secret", "client_id", "0123456789abcdef");
    assertThat(read(WEB).secretHash().orElseThrow()).hasSize(64);
  }

  @Test
  void a_secret_may_be_given_by_its_hash() {
    var hash = "a".repeat(64);
    var read =
        read(changed(changed(WEB, "client_secret", null), "client_secret_sha256", quoted(hash)));
    assertThat(read.secretHash()).hasValue(hash);
  }

  @ParameterizedTest
  @CsvSource({"true, REQUIRED", "'\"nonce\"', NONCE_INSTEAD", "false, OPTIONAL"})
  @Security(22)
  void a_confidential_client_may_go_without_a_challenge(String value, PkcePolicy policy) {
    assertThat(read(changed(WEB, "require_pkce", value)).metadata().signIn().pkce())
        .isEqualTo(policy);
  }

  @ParameterizedTest
  @Security(21)
  @ValueSource(strings = {"\"nonce\"", "false"})
  void a_public_client_may_not(String policy) {
    refused(changed(SPA, "require_pkce", policy), "require_pkce must be true for a public client");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client_nam|\"x\"|client_nam",
        "logo_uri|\"javascript:alert(1)\"|logo_uri",
        "redirect_uris|[\"http://web.test/cb\"]|clients.redirect_uris[0]",
        "redirect_uris|[\"https://web.test/cb#x\"]|fragment",
        "redirect_uris|\"https://web.test/cb\"|array",
        "redirect_uris|[]|redirect_uris",
        "post_logout_redirect_uris|[\"javascript:x\"]|post_logout_redirect_uris[0]",
        "require_pkce|\"yes\"|require_pkce",
        "application_type|\"browser\"|application_type",
        "response_types|[\"token\"]|response_types",
        "response_types|[\"code\", \"id_token\"]|response_types",
        "response_modes|[\"fragment\"]|response_modes[0]",
        "grant_types|[\"refresh_token\"]|authorization_code",
        "id_token_signed_response_alg|\"none\"|id_token_signed_response_alg",
        "id_token_signed_response_alg|\"HS256\"|id_token_signed_response_alg",
        "default_max_age|-1|default_max_age",
        "scope|\"a\\\\b\"|scope",
        "resources|[\"notes\"]|resources[0]",
        "client_uri|\"javascript:alert(1)\"|client_uri",
        "tos_uri|\"https://user@x.test\"|tos_uri",
        "client_secret|\"short\"|client_secret",
        "client_secret_sha256|\"0000\"|client_secret_sha256",
        "client_secret_sha256|\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"|keep"
            + " one",
        "enabled|\"no\"|enabled",
        "client_id|\"ü\"|client_id",
        "client_name|\" \"|client_name"
      })
  void a_mistake_is_told_with_its_place(String name, String value, String told) {
    refused(changed(WEB, name, value), told);
  }

  @ParameterizedTest
  @Security(129)
  @ValueSource(strings = {"\\u202e", "\\u200b", "\\u2066", "\\ufeff", "\\u0000", "\\u2028", "\\n"})
  void a_name_shows_all_that_it_has(String hidden) {
    refused(changed(WEB, "client_name", "\"a" + hidden + "b\""), "does not show");
  }

  @Test
  @Security(129)
  void a_name_has_a_thousand_characters_at_most() {
    refused(changed(WEB, "client_name", "\"" + "a".repeat(1_001) + "\""), "client_name");
  }

  @ParameterizedTest
  @Spec("OpenID Connect Dynamic Client Registration §2")
  @CsvSource(
      delimiter = '|',
      value = {
        "request_uris|[\"https://web.test/r\"]|signed requests need jwks",
        "request_uris|[\"https://web.test/r#x\"]|request_uris[0]",
        "request_uris|[\"https://web.test/ r\"]|request_uris[0]",
        "request_object_encryption_alg|\"RSA1_5\"|request_object_encryption_alg",
        "request_object_encryption_alg|\"ECDH-ES+A128KW\"|request_object_encryption_alg must be",
        "request_object_encryption_enc|\"A128GCM\"|request_object_encryption_alg"
      })
  void a_mistake_about_request_objects_is_told_with_its_place(
      String name, String value, String told) {
    refused(changed(WEB, name, value), told);
  }

  @Test
  void what_must_be_there_must_be_there() {
    refused(changed(WEB, "client_id", null), "client_id");
    refused(changed(WEB, "client_name", null), "client_name");
    refused(changed(WEB, "client_secret", null), "client_secret");
    refused(changed(WEB, "redirect_uris", null), "redirect_uris");
    refused(changed(SPA, "client_secret", "\"0123456789abcdef\""), "public");
  }

  @Test
  @Security(90)
  void a_public_client_cannot_be_registered_for_client_credentials() {
    refused(
        changed(SPA, "grant_types", "[\"authorization_code\", \"client_credentials\"]"),
        "client_credentials");
  }

  private static Registration read(String json) {
    return Registration.read(ConfigValue.parse("clients", json));
  }

  private static void refused(String json, String told) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("clients")
        .hasMessageContaining(told);
  }

  private static String changed(String json, String name, @Nullable String value) {
    var changed = Json.createObjectBuilder(parsed(json)).remove(name);
    if (value != null) {
      changed.add(name, parsed("{\"x\":" + value + "}").get("x"));
    }
    return changed.build().toString();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static JsonObject parsed(String json) {
    return ConfigValue.parse("test", json).json().asJsonObject();
  }
}
