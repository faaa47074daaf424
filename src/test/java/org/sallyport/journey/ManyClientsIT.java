package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;

/** A start with 20,000 clients in the configuration, in the heap that every start has. */
class ManyClientsIT {
  private static final int MANY = 20_000;
  // Four times what a start with none takes: the time of a processor, not that on the wall.
  private static final Duration MOST = Duration.ofSeconds(150);

  @Test
  @Security(65)
  void it_is_ready_soon_and_the_scripts_of_each_may_call_from_the_first_request()
      throws IOException {
    var arguments = List.of("--no-demo", "--config", file().toString());
    var server = Server.loopback("many-clients", arguments, Map.of());
    try {
      assertThat(server.process().info().totalCpuDuration().orElseThrow()).isLessThan(MOST);
      assertThat(allowed(server, "https://app-0.test")).isEqualTo("https://app-0.test");
      assertThat(allowed(server, "https://app-19999.test")).isEqualTo("https://app-19999.test");
      assertThat(allowed(server, "https://app-20000.test")).isEmpty();
    } finally {
      server.stop();
    }
  }

  private static String allowed(Server server, String origin) {
    var url = server.url("/oauth2/jwks");
    var answer = Http.send(url, server.request(url).header("Origin", origin).GET().build());
    assertThat(answer.status()).isEqualTo(200);
    return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
  }

  private static Path file() throws IOException {
    var clients =
        IntStream.range(0, MANY)
            .mapToObj(ManyClientsIT::client)
            .collect(Collectors.joining(",\n", "{\"clients\": [", "]}"));
    var folder = Program.emptyDirectory("many-clients-configuration").toPath();
    return Files.writeString(folder.resolve("clients.json"), clients).toAbsolutePath();
  }

  private static String client(int i) {
    return """
        {"client_id": "app-%1$d", "client_name": "Application %1$d",
         "client_secret_sha256": "%2$064x", "redirect_uris": ["https://app-%1$d.test/callback"],
         "post_logout_redirect_uris": ["https://app-%1$d.test/"],
         "grant_types": ["authorization_code", "refresh_token"], "scope": "openid profile email"}
        """
        .formatted(i, i);
  }
}
