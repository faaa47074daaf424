package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Spec;
import org.sallyport.protocol.Authentication;

/** An API that wants a better sign-in than it is shown, and the way to one. */
@Spec("RFC 9470")
class StepUpIT {
  private static final String SAFE = "/demo/api/notes/safe";
  private static final String SCOPE = "openid groups notes.read";

  private final Server server = Server.withDemo();
  private final Application spa = new Application(server, "demo-spa", "", server.url("/demo/spa/"));
  private final Visitor alice = new Visitor(new Browser(server), "alice", "alice-likes-two-doors");

  @Test
  void an_old_sign_in_is_refused_and_another_one_opens() {
    var token = token(spa.asksFor(SCOPE).with("prompt", "consent"));
    assertThat(call(token).status()).isEqualTo(200);
    var signedIn = Tokens.claims(token).getClaim("auth_time");

    Poll.until(Duration.ofSeconds(40), () -> call(token).status() != 200);
    var refused = call(token);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).doesNotContain("\"notes\"");
    var challenge = refused.header("WWW-Authenticate");
    assertThat(challenge)
        .startsWith("Bearer ")
        .contains("error=\"insufficient_user_authentication\"", "error_description=\"");

    // Without what the challenge says, the session answers, and nothing is better than before.
    var again = spa.asksFor(SCOPE);
    assertThat(Visitor.shows(alice.opens(again), "sign-in")).isFalse();
    var same = token(again);
    assertThat(Tokens.claims(same).getClaim("auth_time")).isEqualTo(signedIn);
    assertThat(call(same).status()).isEqualTo(401);

    var better =
        spa.asksFor(SCOPE)
            .with("max_age", parameter(challenge, "max_age"))
            .with("acr_values", parameter(challenge, "acr_values"));
    assertThat(Visitor.shows(alice.opens(better), "sign-in")).isTrue();
    var fresh = token(better);
    assertThat(Tokens.claims(fresh).getClaim("acr")).isEqualTo(Authentication.PASSWORD);
    assertThat((long) Tokens.claims(fresh).getClaim("auth_time"))
        .isGreaterThan((long) signedIn)
        .isLessThanOrEqualTo(Instant.now().getEpochSecond());
    assertThat(call(fresh).status()).isEqualTo(200);
  }

  @Test
  void a_service_that_never_signed_in_is_refused() {
    var service =
        new Application(server, "demo-service", "only-for-the-demo-service-of-the-demo", "");
    var form = Map.of("grant_type", "client_credentials", "scope", "notes.read");
    assertThat(call(service.token(form).text("access_token")).status()).isIn(401, 403);
  }

  @Test
  @Spec("OpenID Connect Core Error Code unmet_authentication_requirements 1.0")
  void a_class_that_nobody_reaches_here_is_refused_where_it_is_needed() {
    var journeys = Server.onH2();
    var web = Application.web(journeys);
    var visitor = Visitor.alice(journeys);
    var essential = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"gold\"]}}}";
    var claimed = web.asksFor("openid").with("claims", essential);
    Expect.sentBack(visitor.opens(claimed), claimed, "unmet_authentication_requirements");
    var forApi = web.asksFor("openid notes.read").with("acr_values", "gold");
    Expect.sentBack(visitor.opens(forApi), forApi, "unmet_authentication_requirements");
    Expect.json(
        web.posts("/oauth2/par", forApi.parameters()), 400, "unmet_authentication_requirements");
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void where_it_is_a_wish_the_id_token_says_what_it_was_instead() {
    var journeys = Server.onH2();
    var web = Application.web(journeys);
    var metadata = new Browser(journeys).get(journeys.url("/.well-known/openid-configuration"));
    assertThat(metadata.json())
        .containsEntry("acr_values_supported", List.of(Authentication.PASSWORD));
    for (var liked : new String[] {"1 2", "gold " + Authentication.PASSWORD}) {
      var request = web.asksFor("openid").with("acr_values", liked);
      var tokens = Expect.tokens(Visitor.alice(journeys).tokens(request));
      assertThat(Tokens.claims(String.valueOf(tokens.get("id_token"))).getClaim("acr"))
          .isEqualTo(Authentication.PASSWORD);
    }
  }

  // The application is on the same host, so the browser follows the way back to its page.
  private String token(Authorization request) {
    return token(request, alice.authorizes(request));
  }

  private String token(Authorization request, Answer back) {
    var query = URI.create(back.url()).getRawQuery();
    var code = Answer.parameters(query).getOrDefault("code", "");
    return spa.redeems(request, code).text("access_token");
  }

  private Answer call(String token) {
    var url = server.url(SAFE);
    return Http.send(url, server.request(url).header("Authorization", "Bearer " + token).build());
  }

  private static String parameter(String challenge, String name) {
    var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(challenge);
    assertThat(found.find()).as(challenge).isTrue();
    return found.group(1);
  }
}
