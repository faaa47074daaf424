package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the WAR as it is shipped: nothing but the file and a Java. */
class CommandIT {
  private static final Path WAR = Path.of("target", "sallyport.war");
  private static final String ENTRIES =
      """
      {
        "settings": {"issuer": "https://id.test"},
        "authorization_details_types": [{"type": "payment", "title": "Pay", "schema": {
          "type": "object", "properties": {"amount": {"type": "string"}}}}],
        "clients": [{"client_id": "app", "client_name": "App", "scope": "openid",
          "token_endpoint_auth_method": "private_key_jwt", "redirect_uris": ["https://app.test/"],
          "jwks": {"keys": [{"kty": "OKP", "crv": "Ed25519", "kid": "1", "use": "sig",
            "alg": "EdDSA", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}}],
        "people": [{"username": "alice", "password_hash":
          "$argon2id$v=19$m=12288,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"}]
      }
      """;

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path dir;

  /** How a command has ended, and what it has printed. */
  private record Ended(int status, String output) {}

  private static Ended run(String... arguments) {
    var java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    var command = new ArrayList<>(List.of(java, "-Xmx64m", "-jar", WAR.toString()));
    command.addAll(List.of(arguments));
    var program = Program.of("command", command, Map.of());
    return new Ended(program.exitCode(Duration.ofMinutes(1)), program.output());
  }

  private Ended validate(String json) throws IOException {
    return run("validate", Files.writeString(dir.resolve("c.json"), json).toString());
  }

  @Test
  void it_says_its_version() {
    var version = run("version");
    assertThat(version.output().strip())
        .matches("Sallyport [0-9]+[.][0-9]+[.][0-9]+\\S*( \\(commit [0-9a-f]{40}(-dirty)?\\))?");
    assertThat(version.status()).isZero();
  }

  @Test
  void a_fine_file_is_taken() throws IOException {
    var demo = run("validate", "server-config/payara-micro/demo.json");
    assertThat(demo).isEqualTo(new Ended(0, "server-config/payara-micro/demo.json is fine\n"));
    assertThat(validate(ENTRIES).output()).endsWith("c.json is fine\n");
  }

  @Test
  void a_wrong_file_is_refused_in_the_words_of_a_start() throws IOException {
    var wrong =
        validate(
            ENTRIES
                .replace("\"properties\": {\"amount\"", "\"proprieties\": 1, \"x\": {\"amount\"")
                .replace("\"openid\"", "\"openid notes\"")
                .replace("$m=12288", "$m=1"));
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.output().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("clients[0]: has the unknown scope notes; use "),
            line ->
                assertThat(line)
                    .startsWith("people[0].password_hash: is no hash that can be checked: "));
    var schema = validate(ENTRIES.replace("\"type\": \"string\"", "\"type\": \"strin\""));
    assertThat(schema.output()).startsWith("authorization_details_types[0].schema: cannot be used");
    assertThat(validate("{\"a\": tru}").output()).contains("c.json line 1 column ");
  }

  @Test
  void without_a_command_it_says_how_it_is_used() {
    assertThat(run().output()).startsWith("Usage: java ");
    assertThat(run().status()).isEqualTo(2);
    assertThat(run("help").status()).isEqualTo(2);
  }

  @Test
  void it_writes_nothing_beside_the_file() throws IOException {
    validate(ENTRIES);
    try (var files = Files.list(dir)) {
      assertThat(files).hasSize(1);
    }
  }
}
