package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.mtls.TestCertificates.HEADER;
import static org.sallyport.platform.mtls.TestCertificates.header;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Clients with certificates, behind the real proxies with the files that operators are given. */
@Spec("RFC 8705")
class MutualTlsIT {
  private static final Map<String, String> OWN =
      Map.of("client_id", "branch", "grant_type", "client_credentials");

  private final Nodes nodes = Nodes.shared();

  @ParameterizedTest
  @EnumSource
  @Security({101, 102})
  void certificates_count_through_each_of_them(Proxy proxy) {
    var port = Server.freePort();
    var certificates = proxy == Proxy.HAPROXY ? Server.freePort() : port;
    var front = proxy.before(nodes.one(), nodes.two(), port, certificates);
    try {
      var holder = new CertificateHolder(certificates, "mtls.login.test", "issued");
      aBankGoesAllTheWay(front, holder);
      aSelfSignedOneCounts(holder.with("self-signed"));
      noWordOfTheClientsCounts(port, holder.with(""));
    } finally {
      front.stop();
    }
  }

  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  private static void aBankGoesAllTheWay(Server front, CertificateHolder holder) {
    var bank = new Application(front, "payments", "", "https://fapi.test/cb");
    var request = bank.asksFor("openid notes.read");
    var pushed = holder.posts("/oauth2/par", request.parameters());
    assertThat(pushed.status()).as(pushed.text()).isEqualTo(201);
    var reference =
        Map.of("client_id", bank.id(), "request_uri", pushed.json().getString("request_uri"));
    var back =
        Visitor.alice(front).authorizes(new Authorization(bank, request.verifier(), reference));
    var form = new LinkedHashMap<>(Keyholder.redemption(request, back));
    form.put("client_id", bank.id());
    refused(holder.with("self-signed").posts("/oauth2/token", form), 401, "invalid_client");
    refused(holder.with("").posts("/oauth2/token", form), 401, "invalid_client");

    var tokens = holder.posts("/oauth2/token", form).json();
    var access = tokens.getString("access_token");
    assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
    assertThat(Tokens.claims(access).getClaim("cnf"))
        .hasToString("{x5t#S256=K3N5UyEuCkr7MgIeVJ7spD8CdnWGZ3VVQ6zXcaMFhFE}");
    var shown = holder.posts("/oauth2/introspect", Map.of("client_id", bank.id(), "token", access));
    assertThat(shown.json().getJsonObject("cnf").getString("x5t#S256"))
        .isEqualTo("K3N5UyEuCkr7MgIeVJ7spD8CdnWGZ3VVQ6zXcaMFhFE");
    assertThat(holder.shows(access).json().getString("sub")).isNotEmpty();
    refused(holder.with("self-signed").shows(access), 401, "invalid_token");
    refused(holder.with("").shows(access), 401, "invalid_token");
  }

  private static void aSelfSignedOneCounts(CertificateHolder holder) {
    assertThat(holder.posts("/oauth2/token", OWN).json()).containsKey("access_token");
    refused(holder.with("issued").posts("/oauth2/token", OWN), 401, "invalid_client");
  }

  private static void noWordOfTheClientsCounts(int port, CertificateHolder nobody) {
    var forged = HEADER + ": " + header("self-signed");
    refused(nobody.posts("/oauth2/token", OWN, forged), 401, "invalid_client");
    var usual = new CertificateHolder(port, "login.test", "");
    refused(usual.posts("/oauth2/token", OWN, forged), 401, "invalid_client");
  }

  private static void refused(CertificateHolder.Told told, int status, String error) {
    assertThat(told.status()).as(told.text()).isEqualTo(status);
    assertThat(told.json().getString("error")).isEqualTo(error);
    assertThat(told.json().getString("error_description"))
        .containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}");
  }
}
