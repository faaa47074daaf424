package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Security;

/** A restart in the middle of everything, which nobody notices but by a moment's wait. */
class RestartIT {
  private static final String ALL = "openid notes.read offline_access";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Application web = Application.web(server);

  @Test
  @Security(86)
  void everything_begun_before_a_restart_is_finished_after_it() {
    var login = Visitor.alice(server);
    var loginRequest = house.asksFor("openid");
    var loginPage = login.opens(loginRequest);
    var consent = Visitor.bob(server);
    var consentRequest = web.asksFor("openid").with("prompt", "consent");
    var consentPage = consent.signsIn(consent.opens(consentRequest));
    var known = Visitor.alice(server);
    var codeRequest = house.asksFor("openid");
    var code = known.authorizes(codeRequest);
    var tokens = Visitor.alice(server).tokens(house.asksFor(ALL));
    var spent = house.refreshes(tokens.text("refresh_token")).text("refresh_token");
    var current = house.refreshes(spent).text("refresh_token");
    var keys = new Browser(server).get(server.url("/oauth2/jwks")).json();

    server.restart();

    Expect.code(login.signsIn(loginPage), loginRequest);
    Expect.code(consent.allows(consentPage), consentRequest);
    var silent = house.asksFor("openid").with("prompt", "none");
    Expect.code(known.browser().get(silent.url()), silent);
    assertThat(house.redeems(codeRequest, code).status()).isIn(200, 400);
    assertThat(new Browser(server).get(server.url("/oauth2/jwks")).json()).isEqualTo(keys);
    assertThat(house.introspects(tokens.text("access_token")).json()).containsEntry("active", true);
    Expect.tokens(house.refreshes(current));
    Expect.json(house.refreshes(tokens.text("refresh_token")), 400, "invalid_grant");
    Expect.json(house.refreshes(current), 400, "invalid_grant");
  }
}
