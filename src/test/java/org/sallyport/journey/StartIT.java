package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A start that cannot succeed says why in one line, and ends. */
class StartIT {
  private static final Duration MOST = Duration.ofMinutes(4);

  @Test
  void a_bad_configuration_is_told_with_its_place() throws IOException {
    var json =
        """
        {"clients": [{"client_id": "x", "client_name": "X", "redirect_uris": ["https://x.test/cb"],
          "token_endpoint_auth_method": "none", "client_nam": "X"}]}
        """;
    var file = Files.writeString(Files.createTempFile("sallyport", ".json"), json);
    var line = refused(List.of("--config", file.toString()), Map.of());
    assertThat(line).contains("clients[0]").contains("client_nam");
  }

  @Test
  void a_missing_configuration_file_is_told() {
    var line = refused(List.of("--config", "target/nowhere.json"), Map.of());
    assertThat(line).contains("nowhere.json");
  }

  @Test
  void a_database_that_is_not_there_is_told() {
    var url = "jdbc:postgresql://127.0.0.1:" + FreePort.next() + "/none";
    var secret = Map.of("SALLYPORT_DATABASE_PASSWORD", "the-database-password");
    assertThat(refused(List.of("--database", url), secret)).contains("database");
  }

  @Test
  void a_port_that_is_taken_is_told() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = taken.getLocalPort();
      assertThat(refusedOn(port, List.of(), Map.of())).contains("" + port);
    }
  }

  private static String refused(List<String> arguments, Map<String, String> environment) {
    return refusedOn(FreePort.next(), arguments, environment);
  }

  private static String refusedOn(
      int port, List<String> arguments, Map<String, String> environment) {
    var data = Path.of(Program.emptyDirectory("bad-start").getPath());
    var all = new ArrayList<>(List.of("--no-demo", "--learn", "--port", "" + port));
    all.addAll(List.of("--data", "" + data));
    all.addAll(arguments);
    var program = Program.run("bad-start", all, environment);
    try {
      assertThat(program.exitCode(MOST)).isNotZero();
      var output = program.output();
      assertThat(output).doesNotContain("the-database-password");
      return output.lines().reduce((first, last) -> last.isBlank() ? first : last).orElse("");
    } finally {
      program.stop();
    }
  }
}
