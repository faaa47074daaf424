package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** Where an answer may be sent: only to a registered redirect URI, compared as it stands. */
@Spec("OAuth 2.1 §2.3")
class RedirectUriIT {
  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final Application spa = Application.spa(server);
  private final Application nat = Application.nat(server);

  @Test
  @Security(2)
  void no_client_and_an_unknown_one_are_told_to_the_person_alike() {
    var none = open(web.asksFor("openid").without("client_id"));
    var unknown = open(web.asksFor("openid").with("client_id", "nobody"));
    Expect.refusalPage(none);
    Expect.refusalPage(unknown);
    assertThat(none.page().title()).isEqualTo(unknown.page().title());
  }

  @Test
  @Security(3)
  void a_request_without_redirect_uri_is_told_to_the_person() {
    Expect.refusalPage(open(web.asksFor("openid").without("redirect_uri")));
    Expect.refusalPage(open(spa.asksFor("openid").without("redirect_uri")));
  }

  @ParameterizedTest
  @Security(5)
  @ValueSource(
      strings = {
        "https://web.test/cb?a=b",
        "https://web.test/cb?",
        "https://web.test/cb?tenant=1&a=b",
        "https://web.test/cb?tenant=2",
        "https://web.test/cb?TENANT=1"
      })
  void another_query_is_another_uri(String uri) {
    Expect.refusalPage(open(web.asksFor("openid").with("redirect_uri", uri)));
  }

  @Test
  @Security(5)
  void a_registered_query_may_not_be_left_out() {
    var request = web.asksFor("openid").with("redirect_uri", "https://web.test/cb?tenant=1");
    assertThat(open(request.with("prompt", "none")).location())
        .startsWith("https://web.test/cb?tenant=1&error=login_required");
  }

  @ParameterizedTest
  @Security(6)
  @ValueSource(
      strings = {
        "https://web.test/x/../cb",
        "https://web.test/./cb",
        "https://web.test//cb",
        "https://web.test/cb/",
        "https://web.test/cb/..;/x",
        "https://web.test/%63b",
        "https://web.test/cb%2f..",
        "https://web.test/%252e%252e/",
        "https://web.test\\cb",
        "https://web.test/\\cb",
        "https://web.test/CB",
        "https://web.test/cb ",
        " https://web.test/cb"
      })
  void another_path_is_another_uri(String uri) {
    Expect.refusalPage(open(web.asksFor("openid").with("redirect_uri", uri)));
  }

  @ParameterizedTest
  @Security(7)
  @ValueSource(
      strings = {
        "https://web.test@evil.test/cb",
        "https://evil.test#@web.test/cb",
        "https://a@b@web.test/cb",
        "https://web.test.evil.test/cb",
        "https://web.testevil/cb",
        "https://web.test:443/cb",
        "https://web.test:0443/cb",
        "https://WEB.test/cb",
        "https://web.test./cb",
        "https:web.test/cb",
        "https:/web.test/cb",
        "http://web.test/cb",
        "//web.test/cb",
        "https://evil.test/cb"
      })
  void another_authority_is_another_uri(String uri) {
    Expect.refusalPage(open(web.asksFor("openid").with("redirect_uri", uri)));
  }

  @ParameterizedTest
  @Security({9, 10})
  @ValueSource(
      strings = {
        "https://web.test/cb#frag",
        "https://web.test/cb#",
        "https://web.test/cb?code=x",
        "https://web.test/cb?state=",
        "https://web.test/cb?iss=https://evil.test",
        "https://web.test/cb#code=x"
      })
  void fragments_and_response_parameters_are_not_let_in(String uri) {
    Expect.refusalPage(open(web.asksFor("openid").with("redirect_uri", uri)));
  }

  @ParameterizedTest
  @Security(11)
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://web.test/x",
        "about:blank",
        "ws://web.test/cb"
      })
  void a_dangerous_scheme_is_refused_and_never_linked(String uri) {
    for (var mode : new String[] {"query", "form_post"}) {
      var request = spa.asksFor("openid").with("redirect_uri", uri).with("response_mode", mode);
      var answer = open(request);
      Expect.refusalPage(answer);
      assertThat(answer.page().select("[href], [action], [src]"))
          .noneMatch(e -> e.outerHtml().contains(uri.substring(0, uri.indexOf(':') + 1) + "a"));
      assertOnlyWords(answer.page(), uri);
    }
  }

  // Where the developer is told what came, and nowhere else.
  private static void assertOnlyWords(Document page, String uri) {
    var attributes = page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream());
    assertThat(attributes).noneMatch(a -> a.getValue().contains(uri));
    assertThat(page.select("details p").text()).endsWith("received: " + uri);
    page.select("details p").remove();
    assertThat(page.outerHtml()).doesNotContain(uri);
  }

  @ParameterizedTest
  @Security(13)
  @Spec("RFC 8252 §7.3")
  @ValueSource(ints = {1, 51004, 65535})
  void any_port_of_a_loopback_address_is_the_registered_one(int port) {
    var request = nat.asksFor("openid").with("redirect_uri", "http://127.0.0.1:" + port + "/cb");
    Expect.sentBack(open(request.with("prompt", "none")), request, "login_required");
  }

  @ParameterizedTest
  @Security({14, 15})
  @ValueSource(
      strings = {
        "http://127.0.0.1:51004/cb?x=1",
        "http://127.0.0.1:51004/other",
        "http://127.0.0.1@evil/cb",
        "http://127.1/cb",
        "http://2130706433/cb",
        "http://0/cb",
        "http://127.0.0.1:99999/cb",
        "http://127.0.0.1:/cb",
        "http://127.0.0.1:0x50/cb",
        "http://127.0.0.2:51004/cb",
        "https://127.0.0.1:1/cb",
        "http://[0:0:0:0:0:0:0:1]:5/cb",
        "http://[::ffff:127.0.0.1]/cb",
        "http://localhost:5/cb",
        "com.example.app://cb",
        "com.example.app:/cb/x",
        "com.example.app.evil:/cb"
      })
  void what_only_looks_like_loopback_is_another_uri(String uri) {
    Expect.refusalPage(open(nat.asksFor("openid").with("redirect_uri", uri)));
  }

  @ParameterizedTest
  @Security(15)
  @ValueSource(strings = {"http://[::1]:5/cb", "http://[::1]/cb", "com.example.app:/cb"})
  void the_other_registered_uris_of_a_native_application_work_too(String uri) {
    var request = nat.asksFor("openid").with("redirect_uri", uri);
    Expect.sentBack(open(request.with("prompt", "none")), request, "login_required");
  }

  @ParameterizedTest
  @Security(30)
  @ValueSource(strings = {"https://evil.test/cb", "https://web.test/cb/../x"})
  void prompt_none_sends_nobody_to_an_unregistered_uri(String uri) {
    var request = web.asksFor("openid").with("redirect_uri", uri);
    Expect.refusalPage(open(request.with("prompt", "none")));
  }

  private Answer open(Authorization request) {
    return new Browser(server).get(request.url());
  }
}
