package org.sallyport.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.journey.Application;
import org.sallyport.journey.Keyholder;
import org.sallyport.journey.NodeScript;
import org.sallyport.journey.Server;
import org.sallyport.journey.Visitor;
import org.sallyport.platform.jose.Recipient;

/** openid-client and oauth4webapi, the strictest clients there are, each over its whole journey. */
class NodeIT {
  private final Server server = Server.onH2();
  private final Visitor alice = Visitor.alice(server);

  @ParameterizedTest
  @ValueSource(strings = {"openid-client.mjs", "oauth4webapi.mjs"})
  void a_javascript_client_goes_from_discovery_to_revocation(String script) {
    assertThat(run(script, Application.web(server))).isEqualTo("FINISHED");
  }

  @Test
  void javascript_services_get_tokens_that_an_api_can_check() {
    assertThat(run("client-credentials.mjs", Application.svc(server))).isEqualTo("FINISHED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"private-key-jwt.mjs", "oauth4webapi-dpop.mjs"})
  void a_javascript_client_with_a_key_pushes_its_requests(String script) {
    var pkj = Keyholder.of(server).application();
    var keyed = new Application(server, pkj.id(), Keyholder.KEY, pkj.redirectUri());
    assertThat(run(script, keyed)).isEqualTo("FINISHED");
  }

  @Test
  void a_javascript_client_binds_its_tokens_to_a_key() {
    assertThat(run("dpop.mjs", Application.spa(server))).isEqualTo("FINISHED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signed.mjs", "oauth4webapi-signed.mjs"})
  void a_javascript_client_signs_its_requests_and_gets_signed_answers(String script) {
    var secrets = "sig-secret-sig-secret-sig-secret|" + Keyholder.KEY;
    var sig = new Application(server, "sig", secrets, "https://sig.test/cb");
    assertThat(run(script, sig)).isEqualTo("FINISHED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sealed", "locked"})
  @Spec("RFC 7516")
  void a_javascript_client_decrypts_its_answers_and_encrypts_its_requests(String id) {
    var own = id.equals("sealed") ? Recipient.BOB : Recipient.RSA;
    var keys =
        Json.createObjectBuilder()
            .add("registered", registered(id))
            .add("signing", read(new StringReader(Keyholder.KEY)))
            .add("own", read(new StringReader(own.key().toJSONString())));
    var application =
        new Application(server, id, keys.build().toString(), "https://" + id + ".test/cb");
    assertThat(run("encrypted.mjs", application)).isEqualTo("FINISHED");
  }

  private static JsonObject registered(String id) {
    var file = Application.class.getResourceAsStream("journey.json");
    return read(new InputStreamReader(requireNonNull(file), UTF_8))
        .getJsonArray("clients")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(client -> client.getString("client_id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject read(Reader text) {
    try (var reader = Json.createReader(text)) {
      return reader.readObject();
    }
  }

  private String run(String script, Application application) {
    return NodeScript.run(
        url -> alice.visits(url).location(),
        script,
        server.issuer(),
        application.id(),
        application.secret(),
        application.redirectUri());
  }
}
