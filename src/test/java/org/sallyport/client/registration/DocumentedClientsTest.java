package org.sallyport.client.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.DocumentedKeys;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.platform.jose.Verification;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.api.ScopeText;
import org.sallyport.resource.details.AuthorizationDetailsType;

/** docs/configuration.md lists what the code reads of clients, resources, scopes and types. */
class DocumentedClientsTest {
  private static final String CLIENT =
      """
      {
        "client_id": "shop", "client_name": "Shop", "client_secret": "0123456789abcdef",
        "redirect_uris": ["https://shop.example/cb"]
      }
      """;
  private static final DocumentedKeys CLIENTS =
      DocumentedKeys.of("Client", CLIENT, Registration::read);

  static Stream<DocumentedKeys> tables() {
    return Stream.of(
        CLIENTS,
        DocumentedKeys.of(
            "Resource", "{\"resource\": \"https://api.example\"}", ResourceServer::read),
        DocumentedKeys.of(
            "Scope",
            "{\"scope\": \"a\", \"title\": \"A\", \"description\": \"It does A.\"}",
            ScopeText::read),
        DocumentedKeys.of(
            "Authorization details type",
            "{\"type\": \"a\", \"title\": \"A\", \"schema\": {}}",
            AuthorizationDetailsType::read));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void the_tables_list_the_keys_that_the_code_reads(DocumentedKeys table) {
    table.areTheKeysOfTheCode();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void the_limits_in_the_tables_are_those_of_the_code(DocumentedKeys table) {
    table.haveTheLimitsOfTheCode();
  }

  @Test
  void the_table_names_all_algorithms() {
    var ours = Stream.of(SigningAlgorithm.values()).map(SigningAlgorithm::toString).toList();
    names("id_token_signed_response_alg", ours);
    names("request_object_signing_alg", Verification.ASYMMETRIC);
    names(
        "token_endpoint_auth_signing_alg",
        Stream.of(Verification.ASYMMETRIC, Verification.SYMMETRIC).flatMap(List::stream).toList());
    names("request_object_encryption_alg", Encryption.TO_US);
    names("id_token_encrypted_response_alg", Encryption.ALGORITHMS);
    names("id_token_encrypted_response_enc", Encryption.METHODS);
  }

  @Test
  void the_table_names_all_methods_of_authentication() {
    var methods =
        Stream.of(AuthenticationMethod.values()).map(AuthenticationMethod::value).toList();
    assertThat(methods).hasSizeGreaterThan(5);
    names("token_endpoint_auth_method", methods);
  }

  @Test
  void the_shortest_and_longest_secret_are_as_the_table_says() {
    assertThat(CLIENTS.row("client_secret").limits())
        .isEqualTo("16 or more printable ASCII characters; 32 to 500 with `client_secret_jwt`");
    refused("client_secret_basic", 15);
    taken("client_secret_basic", 16);
    refused("client_secret_jwt", 31);
    taken("client_secret_jwt", 32);
    taken("client_secret_jwt", 500);
    refused("client_secret_jwt", 501);
  }

  @Test
  void metadata_may_have_as_many_characters_as_the_page_says() {
    assertThat(DocumentedKeys.section("Client"))
        .contains("without its secret, has at most 100000 characters as JSON");
    var contacts = "\"" + "x".repeat(1_000) + "\"";
    var many = String.join(", ", Collections.nCopies(101, contacts));
    var client = CLIENT.replace("\"client_id\"", "\"contacts\": [" + many + "], \"client_id\"");
    assertThatThrownBy(() -> Registration.read(ConfigValue.parse("entry", client)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("100000");
  }

  private static void names(String key, List<String> all) {
    assertThat(new TreeSet<>(DocumentedKeys.code(CLIENTS.row(key).limits())))
        .isEqualTo(new TreeSet<>(all));
  }

  private static void taken(String method, int length) {
    assertThat(Registration.read(secret(method, length)).id()).hasToString("shop");
  }

  private static void refused(String method, int length) {
    assertThatThrownBy(() -> Registration.read(secret(method, length)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("secret");
  }

  private static ConfigValue secret(String method, int length) {
    var client =
        CLIENT
            .replace("0123456789abcdef", "s".repeat(length))
            .replace("{", "{\"token_endpoint_auth_method\": \"" + method + "\",");
    return ConfigValue.parse("entry", client);
  }
}
