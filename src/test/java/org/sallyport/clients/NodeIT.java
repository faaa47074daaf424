package org.sallyport.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.journey.Application;
import org.sallyport.journey.Browser;
import org.sallyport.journey.Form;
import org.sallyport.journey.Keyholder;
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

  @Test
  void a_javascript_client_with_a_key_pushes_its_requests() {
    var pkj = Keyholder.of(server).application();
    var keyed = new Application(server, pkj.id(), Keyholder.KEY, pkj.redirectUri());
    assertThat(run("private-key-jwt.mjs", keyed)).isEqualTo("FINISHED");
  }

  @Test
  void a_javascript_client_binds_its_tokens_to_a_key() {
    assertThat(run("dpop.mjs", Application.spa(server))).isEqualTo("FINISHED");
  }

  @Test
  void a_javascript_client_signs_its_requests_and_gets_signed_answers() {
    var secrets = "sig-secret-sig-secret-sig-secret|" + Keyholder.KEY;
    var sig = new Application(server, "sig", secrets, "https://sig.test/cb");
    assertThat(run("signed.mjs", sig)).isEqualTo("FINISHED");
  }

  private String run(String script, Application application) {
    return NodeScript.run(
        this::visit,
        script,
        server.issuer(),
        application.id(),
        application.secret(),
        application.redirectUri());
  }

  private String visit(String url) {
    Browser browser = alice.browser();
    var answer = alice.signsIn(browser.open(url));
    if (Visitor.shows(answer, "allow")) {
      answer = Form.of(answer, "allow").press(browser);
    }
    return answer.location();
  }
}
