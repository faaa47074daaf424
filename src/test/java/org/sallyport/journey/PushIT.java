package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Authorization requests that are sent ahead by the client itself. */
@Spec("RFC 9126")
class PushIT {
  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final Visitor alice = Visitor.alice(server);

  @Test
  @Security(47)
  void a_pushed_request_leads_to_tokens() {
    var request = web.asksFor("openid notes.read");
    var answer = web.posts("/oauth2/par", request.parameters());
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.text("request_uri")).startsWith("urn:ietf:params:oauth:request_uri:");
    assertThat(Integer.parseInt(answer.text("expires_in"))).isBetween(5, 90);

    var back = alice.authorizes(referring(request, answer));
    Expect.code(back, request);
    Expect.tokens(web.redeems(request, back));
  }

  @Test
  @Security({47, 55})
  void a_client_that_pushes_all_of_its_requests_is_refused_any_other() {
    var pkj = Keyholder.of(server);
    var request = pkj.application().asksFor("openid notes.read");
    Expect.sentBack(alice.opens(request), request, "invalid_request");

    var pushed = pkj.posts("/oauth2/par", request.parameters());
    var back = alice.authorizes(referring(request, pushed));
    Expect.code(back, request);
    Expect.tokens(pkj.redeems(request, back));
  }

  @Test
  @Security(47)
  void a_public_client_may_push_too() {
    var spa = Application.spa(server);
    var request = spa.asksFor("openid notes.read");
    var answer = spa.posts("/oauth2/par", request.parameters());
    assertThat(answer.status()).isEqualTo(201);
    Expect.code(alice.authorizes(referring(request, answer)), request);
  }

  @Test
  void a_request_in_a_form_takes_its_reference_too() {
    var request = web.asksFor("openid notes.read");
    var pushed = web.posts("/oauth2/par", request.parameters());
    var form = Http.form(referring(request, pushed).parameters());
    var opened = alice.browser().post(server.url("/oauth2/authorize"), form);
    assertThat(opened.location()).startsWith(server.url("/oauth2/authorize?ticket="));
  }

  @ParameterizedTest
  @Security(49)
  @ValueSource(
      strings = {
        "https://evil.test/cb",
        "https://web.test/cb/../x",
        "https://web.test/cb?a=b",
        "https://web.test/cb#f",
        "https://web.test@evil.test/cb",
        "javascript:alert(1)"
      })
  void a_redirect_uri_that_is_not_the_clients_is_refused_at_once(String uri) {
    refused(web.asksFor("openid notes.read").with("redirect_uri", uri), "invalid_request");
  }

  @Test
  void what_the_browsers_door_would_refuse_is_refused_at_once() {
    var request = web.asksFor("openid notes.read");
    refused(request.without("code_challenge", "code_challenge_method"), "invalid_request");
    refused(request.with("response_type", "token"), "unsupported_response_type");
    refused(request.with("scope", "nothing"), "invalid_scope");
    refused(request.with("resource", "https://unknown.test/"), "invalid_target");
    refused(request.with("client_id", "evil"), "invalid_request");
    var svc = Application.svc(server);
    var own = request.without("client_id").parameters();
    Expect.json(svc.posts("/oauth2/par", own), 400, "invalid_request");
  }

  @Test
  @Security(50)
  void a_reference_cannot_be_pushed() {
    var request = web.asksFor("openid").with("request_uri", "urn:ietf:params:oauth:request_uri:x");
    refused(request, "invalid_request");
  }

  @Test
  @Security(51)
  void a_reference_is_for_one_client_and_for_one_answer() {
    var request = web.asksFor("openid notes.read");
    var pushed = web.posts("/oauth2/par", request.parameters());
    var evil = Application.evil(server).asksFor("openid notes.read");
    Expect.refusalPage(alice.opens(referring(evil, pushed)));
    Expect.code(alice.authorizes(referring(request, pushed)), request);
    Expect.refusalPage(alice.opens(referring(request, pushed)));
    Expect.refusalPage(alice.opens(referring(request, pushed).without("client_id")));
    var made =
        referring(request, pushed).with("request_uri", "urn:ietf:params:oauth:request_uri:x");
    Expect.refusalPage(alice.opens(made));
  }

  @Test
  @Security(51)
  @Spec({"RFC 9126 §7.3", "FAPI 2.0 Security Profile §5.3.2.2"})
  void pages_that_were_left_can_be_opened_again_and_one_browser_gets_the_answer() {
    var request = web.asksFor("openid notes.read");
    var referring = referring(request, web.posts("/oauth2/par", request.parameters()));
    var bob = Visitor.bob(server);
    bob.opens(referring);
    var open = bob.opens(referring);
    Expect.code(alice.authorizes(referring), request);
    Expect.sentBack(bob.goesOn(open), request, "invalid_request_uri");
  }

  @Test
  @Security(53)
  void what_stands_beside_a_reference_does_not_count() {
    var request = web.asksFor("openid notes.read");
    var pushed = web.posts("/oauth2/par", request.parameters());
    var mixed =
        referring(request, pushed)
            .with("scope", "openid notes.write")
            .with("redirect_uri", "https://web.test/cb?tenant=1")
            .with("state", "other");
    var back = alice.authorizes(mixed);
    Expect.code(back, request);
    assertThat(Expect.tokens(web.redeems(request, back)))
        .containsEntry("scope", "openid notes.read");
  }

  @ParameterizedTest
  @Security(54)
  @ValueSource(strings = {"GET", "PUT"})
  void only_a_post_pushes(String method) {
    var url = server.url("/oauth2/par");
    var request = server.request(url).method(method, BodyPublishers.noBody());
    var answer = Http.send(url, request.build());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("POST").doesNotContain("GET");
  }

  @Test
  void who_pushes_has_to_prove_itself() {
    var form = Http.form(web.asksFor("openid").parameters());
    var request = web.formPost("/oauth2/par", form).build();
    Expect.json(Http.send(server.url("/oauth2/par"), request), 401, "invalid_client");
  }

  @Test
  @Security(57)
  void no_cookie_holds_what_was_pushed() {
    var request = web.asksFor("openid notes.read");
    var pushed = web.posts("/oauth2/par", request.parameters());
    assertThat(pushed.all("Set-Cookie")).isEmpty();
    var opened = alice.browser().get(referring(request, pushed).url());
    assertThat(opened.all("Set-Cookie").toString())
        .doesNotContain(request.get("state"), request.get("nonce"), "notes.read");
  }

  private void refused(Authorization request, String error) {
    Expect.json(web.posts("/oauth2/par", request.parameters()), 400, error);
  }

  private static Authorization referring(Authorization request, Answer pushed) {
    var parameters =
        Map.of("client_id", request.get("client_id"), "request_uri", pushed.text("request_uri"));
    return new Authorization(request.application(), request.verifier(), parameters);
  }
}
