package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.mtls.TestCertificates.HEADER;
import static org.sallyport.platform.mtls.TestCertificates.header;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.mtls.TestCertificates;

/** Clients with certificates, behind the real proxies with the files that operators are given. */
@Spec("RFC 8705")
class MutualTlsIT {
  private static final Map<String, String> OWN =
      Map.of("client_id", "branch", "grant_type", "client_credentials");

  private final Nodes nodes = Nodes.shared();

  @ParameterizedTest
  @EnumSource
  @Security({101, 102})
  void certificates_count_through_each_of_them(Proxy proxy) throws IOException {
    var port = FreePort.next();
    var certificates = proxy == Proxy.HAPROXY ? FreePort.next() : port;
    var front = proxy.before(nodes.one(), nodes.two(), port, certificates);
    try {
      var holder = new CertificateHolder(certificates, "mtls.login.test", "issued");
      new Handshakes(port, "login.test").areAsFapiWantsThem();
      new Handshakes(certificates, "mtls.login.test").areAsFapiWantsThem();
      aBankGoesAllTheWay(front, holder);
      aTreasurySignsAndIsAnsweredSigned(front, holder);
      aSelfSignedOneCounts(holder.with("self-signed"));
      noWordOfTheClientsCounts(port, holder.with(""));
      javascriptClientsDoTheSame(front, certificates);
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

  @Spec("FAPI 1.0 Advanced §5.2.2")
  private static void aTreasurySignsAndIsAnsweredSigned(Server front, CertificateHolder holder) {
    var treasury = new Application(front, "treasury", "", "https://fapi.test/cb");
    var request =
        treasury
            .asksFor("openid notes.read")
            .with("response_mode", "jwt")
            .without("code_challenge", "code_challenge_method");
    Expect.sentBack(
        Visitor.alice(front).opens(request.without("response_mode")), request, "invalid_request");
    var back = Visitor.alice(front).authorizes(signed(request));
    var answer = Tokens.claims(back.returned().getOrDefault("response", ""));
    assertThat(answer.getClaim("state")).isEqualTo(request.get("state"));

    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", String.valueOf(answer.getClaim("code")));
    form.put("redirect_uri", treasury.redirectUri());
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", new Keyholder(treasury).assertion());
    refused(holder.with("").posts("/oauth2/token", form), 400, "invalid_request");
    form.put("client_assertion", new Keyholder(treasury).assertion());
    var tokens = holder.posts("/oauth2/token", form).json();
    assertThat(Tokens.claims(tokens.getString("access_token")).getClaim("cnf")).isNotNull();
    assertThat(Tokens.header(tokens.getString("id_token")).getAlgorithm().getName())
        .isEqualTo("PS256");
  }

  private static Authorization signed(Authorization request) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(request.application().id())
            .audience(request.application().server().issuer())
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    request.parameters().forEach(claims::claim);
    var object = Keyholder.sign("oauth-authz-req+jwt", claims.build());
    var reference = Map.of("client_id", request.application().id(), "request", object);
    return new Authorization(request.application(), request.verifier(), reference);
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
    for (var sender : List.of(nobody, usual)) {
      try (var wire = new Wire(sender, Duration.ofSeconds(10))) {
        wire.send(Wire.chunked("Host: " + sender.host(), OWN, forged));
        var answer = wire.receive();
        assertThat(answer).contains("invalid_client").doesNotContain("access_token");
      }
    }
  }

  private static void javascriptClientsDoTheSame(Server front, int certificates) {
    var alice = Visitor.alice(front);
    for (var script : List.of("mtls.mjs", "oauth4webapi-mtls.mjs")) {
      var connection =
          Json.createObjectBuilder()
              .add("port", front.port())
              .add("certificates", certificates)
              .add("trusted", Identity.shared().certificate().toAbsolutePath().toString())
              .add("key", Json.createReader(new StringReader(Keyholder.KEY)).readObject());
      for (var name : List.of("issued", "self-signed")) {
        connection.add(name, TestCertificates.file(name).toAbsolutePath().toString());
      }
      var last =
          NodeScript.run(
              url -> alice.visits(url).location(),
              script,
              front.issuer(),
              "",
              connection.build().toString(),
              "https://fapi.test/cb");
      assertThat(last).as(script).isEqualTo("FINISHED");
    }
  }

  private static void refused(CertificateHolder.Told told, int status, String error) {
    assertThat(told.status()).as(told.text()).isEqualTo(status);
    assertThat(told.json().getString("error")).isEqualTo(error);
    assertThat(told.json().getString("error_description"))
        .containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}");
  }
}
