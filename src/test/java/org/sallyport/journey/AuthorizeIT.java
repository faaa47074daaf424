package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.crypto.Secrets;

/** The way through the authorization endpoint, and what must not trouble it. */
@Spec("RFC 6749 §4.1")
class AuthorizeIT {
  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final Application spa = Application.spa(server);
  private final Application house = Application.house(server);

  @Test
  @Security(1)
  @Spec({"RFC 9207 §2", "RFC 9700 §4.2.4"})
  void a_valid_request_comes_back_with_code_state_and_issuer_and_nothing_else() {
    var alice = Visitor.alice(server);
    alice.authorizes(web.asksFor("openid"));
    var request = web.asksFor("openid");
    var answer = alice.browser().get(request.url());
    Expect.code(answer, request);
    assertThat(answer.returned()).containsOnlyKeys("code", "state", "iss");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @ParameterizedTest
  @Security(1)
  @ValueSource(strings = {"a b+c/?&=#", "\"><script>alert(1)</script>", "ünïcödé 🏰", "%00%0d"})
  void the_state_comes_back_as_sent(String state) {
    var request = house.asksFor("openid").with("state", state);
    Expect.code(Visitor.alice(server).authorizes(request), request);
  }

  @Test
  void a_long_request_is_kept_whole_on_its_way() {
    var state = IntStream.range(0, 46).mapToObj(i -> Secrets.token()).collect(Collectors.joining());
    var request = house.asksFor("openid").with("state", state);
    Expect.code(Visitor.alice(server).authorizes(request), request);
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void a_request_may_be_posted() {
    var alice = Visitor.alice(server);
    var request = house.asksFor("openid");
    var posted =
        alice.browser().post(server.url("/oauth2/authorize"), Http.form(request.parameters()));
    Expect.code(alice.signsIn(alice.browser().follow(posted)), request);
  }

  @Test
  @Security(19)
  void thirty_unknown_parameters_are_ignored() {
    var unknown =
        IntStream.range(0, 27).mapToObj(i -> "&x" + i + "=1").collect(Collectors.joining())
            + "&__proto__=1&class.classLoader=1&faces.ViewState=1";
    var request = house.asksFor("openid");
    var alice = Visitor.alice(server);
    var page = alice.browser().open(request.url() + unknown);
    Expect.code(alice.signsIn(page), request);
  }

  @Test
  @Security(22)
  void a_client_that_may_use_a_nonce_goes_without_a_challenge() {
    var jsec = Application.jsec(server);
    var request = jsec.asksFor("openid").without("code_challenge", "code_challenge_method");
    Expect.code(Visitor.alice(server).authorizes(request), request);
  }

  @Test
  @Security(27)
  @Spec("Form Post §2")
  void form_post_leads_to_the_registered_uri_with_everything_escaped() {
    var state = "\"><script>alert(1)</script>";
    var request = spa.asksFor("openid").with("response_mode", "form_post").with("state", state);
    var answer = Visitor.alice(server).authorizes(request);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain(state);
    var form = answer.page().select("form");
    assertThat(form.attr("action")).isEqualTo("https://spa.test/cb");
    assertThat(form.attr("method")).isEqualToIgnoringCase("post");
    assertThat(form.select("input[name=state]").attr("value")).isEqualTo(state);
    assertThat(form.select("input[name=iss]").attr("value")).isEqualTo(server.issuer());
    assertThat(form.select("button, input[type=submit]")).isNotEmpty();
    assertThat(answer.page().select("script:not([src])")).isEmpty();
    assertThat(answer.all("Referrer-Policy")).as("else Origin is null").containsExactly("origin");
    assertThat(answer.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
                + " frame-ancestors 'none'; base-uri 'none'");
  }

  @Test
  @Security(29)
  void a_huge_scope_is_refused_quickly() {
    var distinct =
        IntStream.range(0, 3_000).mapToObj(i -> "s" + i).collect(Collectors.joining(" "));
    for (var scope : new String[] {"x".repeat(12_000), distinct, "openid ".repeat(2_000)}) {
      var url = spa.asksFor(scope.strip()).url();
      new Browser(server).get(url);
      var start = System.nanoTime();
      var answer = new Browser(server).get(url);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
      assertThat(answer.isRedirect() ? answer.returned().containsKey("error") : is4xx(answer))
          .as(answer.toString())
          .isTrue();
    }
  }

  private static boolean is4xx(Answer answer) {
    return answer.status() >= 400 && answer.status() < 500;
  }

  @ParameterizedTest
  @Security(35)
  @ValueSource(
      strings = {
        "login_hint=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "ui_locales=..%2F..%2Fx",
        "display=popup",
        "display=%22%3E",
        "claims=%7B%7D",
        "claims_locales=de"
      })
  void hints_are_escaped_or_ignored(String hint) {
    var page = new Browser(server).open(web.asksFor("openid").url() + "&" + hint);
    assertThat(Visitor.shows(page, "sign-in")).as(page.toString()).isTrue();
    assertThat(page.body()).doesNotContain("<script>alert");
  }

  @Test
  @Security(35)
  void long_acr_values_are_no_error() {
    var request = web.asksFor("openid").with("acr_values", "urn:x ".repeat(800).strip());
    assertThat(Visitor.shows(new Browser(server).open(request.url()), "sign-in")).isTrue();
  }

  @Test
  @Security(41)
  void no_other_origin_may_read_the_authorization_endpoint() {
    var answer =
        new Browser(server).sending("Origin", "https://spa.test").get(spa.asksFor("x").url());
    assertThat(answer.headers().map().keySet())
        .noneMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @Test
  @Security(42)
  void three_tabs_finished_in_reverse_order_each_come_home() {
    var alice = Visitor.alice(server);
    var requests = IntStream.range(0, 3).mapToObj(i -> house.asksFor("openid")).toList();
    var pages = requests.stream().map(alice::opens).toList();
    for (var i = 2; i >= 0; i--) {
      Expect.code(alice.signsIn(pages.get(i)), requests.get(i));
    }
  }

  @Test
  @Security(43)
  void a_form_sent_again_never_gives_the_same_code() {
    var alice = Visitor.alice(server);
    var request = house.asksFor("openid");
    var page = alice.opens(request);
    var first = Expect.code(alice.signsIn(page), request);
    var again = alice.signsIn(page);
    if (again.isRedirect()) {
      assertThat(Expect.code(again, request)).isNotEqualTo(first);
    } else {
      Expect.refusalPage(again);
    }
  }
}
