package org.sallyport.journey;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's own configuration, and one client more: it has its tokens bound to a certificate. */
final class DemoConfiguration {
  private static final Path DEMO = Path.of("server-config/payara-micro/demo.json");
  private static final String COURIER =
      """
      {"client_id": "courier", "client_name": "Courier",
       "token_endpoint_auth_method": "client_secret_basic",
       "client_secret": "courier-secret-courier-secret-cou",
       "tls_client_certificate_bound_access_tokens": true,
       "grant_types": ["client_credentials"], "scope": "notes.read"}
      """;

  private DemoConfiguration() {}

  static Application courier(Server server) {
    return new Application(server, "courier", "courier-secret-courier-secret-cou", "");
  }

  /** The file, written anew. */
  static String file() {
    try (var demo = Json.createReader(Files.newBufferedReader(DEMO));
        var courier = Json.createReader(new StringReader(COURIER))) {
      var more = Json.createPatchBuilder().add("/clients/-", courier.readObject()).build();
      var file = Program.emptyDirectory("demo-configuration").toPath().resolve("demo.json");
      return Files.writeString(file, more.apply(demo.readObject()).toString()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
