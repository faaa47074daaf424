package org.sallyport.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.journey.Application;
import org.sallyport.journey.Keyholder;
import org.sallyport.journey.NodeScript;
import org.sallyport.journey.Server;
import org.sallyport.journey.Visitor;

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
