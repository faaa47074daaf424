package org.sallyport.command;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.client.authentication.ClientAuthenticationMethod;
import org.sallyport.client.metadata.AuthenticationMethod;
import org.sallyport.client.registration.AuthenticationMethodName;
import org.sallyport.client.registration.GrantTypeName;
import org.sallyport.platform.config.ConfigurationSection;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.token.GrantType;

class ValidationTest {
  private static final String FINE =
      """
      {
        "settings": {"issuer": "https://id.test", "mtls.certificate-from": "Client-Cert"},
        "resources": [{"resource": "https://api.test", "scopes": [
          {"scope": "notes.read", "title": "Read notes", "description": "It sees notes."}]}],
        "authorization_details_types": [{"type": "payment", "title": "Pay", "schema": {
          "type": "object"}, "resources": ["https://api.test"]}],
        "clients": [
          {"client_id": "shop", "client_name": "Shop", "token_endpoint_auth_method": "none",
            "redirect_uris": ["https://shop.test/"], "scope": "openid notes.read",
            "authorization_details_types": ["payment"]},
          {"client_id": "job", "client_name": "Job", "grant_types": ["client_credentials"],
            "client_secret": "0123456789abcdef", "scope": "notes.read"}],
        "people": [
          {"username": "alice", "password": "correct horse"},
          {"username": "bob", "sub": "b"}]
      }
      """;

  private static final Implementations FEATURES = new Implementations(Path.of("target/classes"));

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path dir;

  private List<String> complaints(String json) throws IOException {
    return Validation.complaints(Files.writeString(dir.resolve("c.json"), json), FEATURES);
  }

  @Test
  void there_is_no_complaint_about_a_file_that_a_start_takes() throws IOException {
    assertThat(complaints(FINE)).isEmpty();
    assertThat(complaints("{}")).isEmpty();
  }

  @Test
  void the_demo_of_this_repository_is_fine() {
    assertThat(Validation.complaints(Path.of("server-config/payara-micro/demo.json"), FEATURES))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://id.test             | ftp://id.test       | setting issuer: ",
        "\"issuer\"                  | \"isuer\"           | settings: unknown key isuer; did you mean issuer?",
        "\"clients\"                 | \"client\"          | the file: unknown section client; did you mean clients?",
        "\"scope\": \"notes.read\", \"title\" | \"scope\": \"openid\", \"title\" | resources[0]: has scope openid, which is taken",
        "[\"https://api.test\"]      | [\"https://x.test\"] | authorization_details_types[0]: has the unknown resource https://x.test",
        "openid notes.read           | openid notes        | clients[0]: has the unknown scope notes; use out of ",
        "[\"payment\"]               | [\"paiment\"]       | clients[0]: has the unknown authorization details type paiment",
        "[\"client_credentials\"]    | [\"password\"]      | clients[1]: has the unknown grant type password; use out of authorization_code, client_credentials, refresh_token",
        "\"job\", \"client_name\"    | \"shop\", \"client_name\" | clients[1]: is client shop again",
        "\"bob\", \"sub\": \"b\"     | \"Alice\"           | people[1]: has a username that stands above",
        "\"sub\": \"b\"              | \"emial\": \"b\"    | people[1]: unknown key emial; did you mean email?"
      })
  void what_a_start_refuses_is_told_in_its_words(String old, String wrong, String told)
      throws IOException {
    assertThat(FINE).contains(old);
    assertThat(complaints(FINE.replace(old, wrong)))
        .hasSize(1)
        .allMatch(line -> line.startsWith(told));
  }

  @Test
  void each_entry_that_is_refused_is_told() throws IOException {
    var wrong = FINE.replace("\"client_name\"", "\"client_nmae\"").replace("\"username\"", "\"x\"");
    assertThat(complaints(wrong))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("clients[0]: unknown key client_nmae"),
            line -> assertThat(line).startsWith("clients[1]: unknown key client_nmae"),
            line -> assertThat(line).startsWith("people[0]: has no username"),
            line -> assertThat(line).startsWith("people[1]: has no username"));
  }

  @Test
  void an_entry_that_names_a_refused_one_is_not_told_beside_it() throws IOException {
    assertThat(complaints(FINE.replace("\"title\": \"Read notes\"", "\"titel\": \"Read notes\"")))
        .hasSize(1)
        .allMatch(line -> line.startsWith("resources[0].scopes[0]: unknown key titel"));
  }

  @Test
  void a_section_that_is_no_array_and_a_file_that_is_no_json_are_told() throws IOException {
    assertThat(complaints("{\"clients\": {}}"))
        .containsExactly("clients: must be an array; write it as [ … ]");
    assertThat(complaints("{")).hasSize(1).allMatch(line -> line.contains("c.json line 1 column "));
    assertThat(Validation.complaints(dir.resolve("lost.json"), FEATURES))
        .hasSize(1)
        .allMatch(line -> line.startsWith("setting config: cannot read "));
  }

  @Test
  void certificates_are_for_those_who_have_set_them_up() throws IOException {
    var bound =
        FINE.replace("\"none\"", "\"none\", \"tls_client_certificate_bound_access_tokens\": true");
    assertThat(complaints(bound)).isEmpty();
    assertThat(complaints(bound.replace(", \"mtls.certificate-from\": \"Client-Cert\"", "")))
        .hasSize(1)
        .allMatch(line -> line.startsWith("clients[0]: wants tokens bound to a certificate"));
    var authenticated =
        FINE.replace("\"none\"", "\"tls_client_auth\", \"tls_client_auth_subject_dn\": \"CN=a\"");
    assertThat(complaints(authenticated))
        .hasSize(1)
        .allMatch(line -> line.contains("unknown authentication method tls_client_auth; use out"));
  }

  @Test
  void the_heap_of_the_server_is_not_looked_for_in_this_process() throws IOException {
    var many = "{\"settings\": {\"sign-in.concurrency\": 256}}";
    assertThat(complaints(many)).isEmpty();
  }

  @Test
  void no_complaint_has_a_secret() throws IOException {
    var secrets =
        FINE.replace("0123456789abcdef", "short")
            .replace("correct horse", "x".repeat(5_000))
            .replace("\"issuer\"", "\"metrics.token\": \"hunter2\", \"issuer\"");
    assertThat(complaints(secrets)).hasSize(1).noneMatch(line -> line.contains("hunter2"));
    assertThat(complaints(secrets.replace("hunter2", "hunter2hunter2hunter2")))
        .hasSize(2)
        .noneMatch(line -> line.contains("hunter2") || line.contains("xxx"))
        .noneMatch(line -> line.contains("'short'"));
  }

  @Test
  void all_sections_grant_types_and_methods_that_the_server_finds_are_known_here() {
    assertThat(Validation.SECTIONS)
        .hasSizeGreaterThan(2)
        .containsExactlyInAnyOrderElementsOf(
            all(ConfigurationSection.class).stream().map(ValidationTest::section).toList());
    assertThat(found(GrantType.class)).hasSizeGreaterThan(2).isEqualTo(names(GrantTypeName.class));
    assertThat(found(ClientAuthenticationMethod.class))
        .hasSizeGreaterThan(5)
        .isEqualTo(names(AuthenticationMethodName.class));
    assertThat(found(SettingsGroup.class)).isNotEmpty().isEqualTo(names(SettingsGroup.class));
  }

  @Test
  void registrations_have_rules_for_the_methods_that_are_served() {
    assertThat(FEATURES.of(ClientAuthenticationMethod.class).stream())
        .map(AuthenticationMethodName::name)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AuthenticationMethod.values()).map(AuthenticationMethod::value).toList());
  }

  private static Set<String> found(Class<?> kind) {
    return FEATURES.of(kind).stream().map(Object::getClass).map(Class::getName).collect(toSet());
  }

  private static Set<String> names(Class<?> kind) {
    return all(kind).stream().map(JavaClass::getName).collect(toSet());
  }

  private static List<JavaClass> all(Class<?> kind) {
    var found =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.sallyport")
                .stream()
                .filter(c -> c.isAssignableTo(kind) && !c.isInterface())
                .toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private static String section(JavaClass type) {
    try {
      return ((ConfigurationSection) type.reflect().getConstructor().newInstance()).name();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
