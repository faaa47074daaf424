package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.mtls.TestCertificates.HEADER;
import static org.sallyport.platform.mtls.TestCertificates.header;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.mtls.TestCertificates;

/** Clients with certificates that the server itself asks for, with the file of its page. */
@Spec("RFC 8705")
class TlsIT {
  private static final String CLERK =
      """
      {"client_id": "clerk", "client_name": "Clerk", "profile": "fapi2-security",
       "token_endpoint_auth_method": "tls_client_auth", "tls_client_auth_san_dns": "bank.test",
       "tls_client_certificate_bound_access_tokens": true,
       "grant_types": ["client_credentials"], "scope": "notes.read"}
      """;
  private static final Map<String, String> FORM =
      Map.of("client_id", "clerk", "grant_type", "client_credentials", "scope", "notes.read");
  private static final String NOTES = "/demo/api/notes/count";

  @Test
  @Security({101, 102})
  void certificates_count_at_the_server_itself() throws IOException, GeneralSecurityException {
    var port = FreePort.next();
    var clients =
        signingByEs256(Configurations.with("server-config/payara-micro/demo.json", CLERK));
    var server = Server.endingTls(clients, commands(port));
    try {
      new Handshakes(port, "mtls.login.test").areAsFapiWantsThem();
      new Handshakes(port, "mtls.login.test").speakHttp1Alone();
      var holder = new CertificateHolder(port, "mtls.login.test", "issued");
      var answer = holder.posts("/oauth2/token", FORM);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      var token = answer.json().getString("access_token");
      assertThat(Tokens.claims(token).getClaim("cnf")).isNotNull();
      refused(holder.with("self-signed").posts("/oauth2/token", FORM), "invalid_client");
      refused(holder.with("").posts("/oauth2/token", FORM), "invalid_client");
      var forged = HEADER + ": " + header("issued");
      refused(holder.with("").posts("/oauth2/token", FORM, forged), "invalid_client");

      assertThat(holder.shows(NOTES, token).json().getInt("notes")).isEqualTo(3);
      refused(holder.with("self-signed").shows(NOTES, token), "invalid_token");
      refused(holder.with("").shows(NOTES, token), "invalid_token");

      var revocation = Map.of("client_id", "clerk", "token", token);
      assertThat(holder.posts("/oauth2/revoke", revocation).status()).isEqualTo(200);
      refused(holder.shows(NOTES, token), "invalid_token");
    } finally {
      server.stop();
    }
  }

  private static void refused(CertificateHolder.Told told, String error) {
    assertThat(told.status()).as(told.text()).isEqualTo(401);
    assertThat(told.json().getString("error")).isEqualTo(error);
  }

  // FAPI's clients call no API with tokens by RS256.
  private static String signingByEs256(String configuration) throws IOException {
    var file = Path.of(configuration);
    Files.writeString(file, Files.readString(file).replace("\"RS256\"", "\"ES256\""));
    return configuration;
  }

  // That file, but for the port and the stores.
  private static Path commands(int port) throws IOException, GeneralSecurityException {
    var folder = Program.emptyDirectory("tls").toPath().toAbsolutePath();
    var identity = Identity.shared();
    var text =
        Files.readString(Path.of("server-config/payara-micro/tls.asadmin"))
            .replace("port=8443", "port=" + port)
            .replace("/etc/sallyport/tls.p12", identity.file().toAbsolutePath().toString())
            .replace("cert-nickname=id.example", "cert-nickname=" + Identity.ALIAS)
            .replace("/etc/sallyport/clients.p12", trusted(folder).toString());
    return Files.writeString(folder.resolve("tls.asadmin"), text);
  }

  private static Path trusted(Path folder) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (var name : new String[] {"authority", "self-signed"}) {
      store.setCertificateEntry(name, TestCertificates.certificate(name));
    }
    var file = folder.resolve("clients.p12");
    try (var stream = Files.newOutputStream(file)) {
      store.store(stream, Identity.PASSWORD.toCharArray());
    }
    return file;
  }
}
