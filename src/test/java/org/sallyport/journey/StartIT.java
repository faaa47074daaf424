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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that cannot succeed says why in one line, and ends. */
class StartIT {
  private static final Duration MOST = Duration.ofMinutes(4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"clients\":[{\"client_id\":\"x\",\"client_name\":\"X\",\"redirect_uris\":[\"https://x.test/cb\"],\"token_endpoint_auth_method\":\"none\",\"client_nam\":\"X\"}]} | clients[0] | client_nam",
        "{\"people\":[{\"username\":\"a\",\"password\":\"b\",\"groups\":3}]} | people[0].groups | array",
        "{\"settings\":{\"tokens.code-lifetime\":\"soon\"} | json | line",
      })
  void a_bad_configuration_is_told_with_its_place(String json, String place, String what)
      throws IOException {
    var file = Files.writeString(Files.createTempFile("sallyport", ".json"), json);
    var line = refused(List.of("--config", file.toString()), Map.of());
    assertThat(line).containsIgnoringCase(place).containsIgnoringCase(what);
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
    var all = new ArrayList<>(List.of("--no-demo", "--port", "" + port, "--data", "" + data));
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
