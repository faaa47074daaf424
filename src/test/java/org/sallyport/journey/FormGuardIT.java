package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** The forms of our pages do what they do only when one of our own pages posts them. */
@Spec({"Fetch §3.2", "Fetch Metadata §2.1", "RFC 9110 §9.2.1"})
class FormGuardIT {
  private static final List<Map<String, String>> FOREIGN =
      List.of(
          Map.of("Origin", "https://evil.test"),
          Map.of("Origin", "null"),
          Map.of("Origin", "null", "Sec-Fetch-Site", "cross-site"),
          Map.of("Sec-Fetch-Site", "cross-site"),
          Map.of("Sec-Fetch-Site", "same-site"));

  private final Server server = Server.onH2();
  private final Visitor alice = Visitor.alice(server);
  private final Authorization silent =
      Application.house(server).asksFor("openid").with("prompt", "none");

  /** The buttons of our pages. */
  enum Button {
    SIGN_IN("sign-in"),
    CONTINUE("continue"),
    ALLOW("allow"),
    DENY("deny"),
    SIGN_OUT("sign-out");

    private final String id;

    Button(String id) {
      this.id = id;
    }
  }

  static Stream<Arguments> foreign() {
    return Stream.of(Button.values())
        .flatMap(button -> FOREIGN.stream().map(headers -> Arguments.of(button, headers)));
  }

  static Stream<Arguments> methods() {
    return Stream.of(Button.values())
        .flatMap(
            button ->
                Stream.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "POST")
                    .map(method -> Arguments.of(button, method)));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  @Security(138)
  void a_form_that_another_site_posts_does_nothing(Button button, Map<String, String> headers) {
    var form = filled(button);
    var foreign = new Browser(server);
    alice.browser().cookies().forEach(foreign::plant);
    headers.forEach(foreign::sending);
    var answer = foreign.post(form.action(), form.body());
    Expect.refusalPage(answer, 403);
    Poll.until(Duration.ofSeconds(5), () -> server.log().contains(answer.caseNumber()));
    assertThat(answer.all("Set-Cookie")).isEmpty();
    assertUnchanged(button);
  }

  @ParameterizedTest
  @MethodSource("methods")
  @Security(138)
  void a_form_in_the_query_does_nothing_whatever_the_method(Button button, String method) {
    var form = filled(button);
    var answer = alice.browser().send(method, form.action() + "?" + form.body(), "");
    assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    assertThat(answer.all("Set-Cookie")).isEmpty();
    assertUnchanged(button);
  }

  @ParameterizedTest
  @MethodSource("methods")
  @Security(138)
  void a_form_in_the_body_of_another_method_does_nothing(Button button, String method) {
    var form = filled(button);
    var sent = alice.browser();
    var answer =
        method.equals("POST")
            ? sent.send(method, form.action() + "?csrf=x", form.body())
            : sent.send(method, form.action(), form.body());
    assertThat(answer.isRedirect()).as(answer.toString()).isFalse();
    assertThat(answer.all("Set-Cookie")).isEmpty();
    assertUnchanged(button);
  }

  @ParameterizedTest
  @EnumSource
  void a_form_that_our_own_page_posts_is_taken(Button button) {
    var form = filled(button);
    var own = new Browser(server);
    alice.browser().cookies().forEach(own::plant);
    own.sending("Origin", server.issuer()).sending("Sec-Fetch-Site", "same-origin");
    var answer = own.post(form.action(), form.body());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Security-Policy")).contains("form-action 'self';");
    var next = answer.page().select("meta[http-equiv=refresh]").attr("content");
    assertThat(next).startsWith("0; url=" + server.issuer() + "/oauth2/");
    assertThat(answer.page().select("a#go-on").attr("href")).isEqualTo(next.substring(7));
    assertThat(own.get(next.substring(7)).location()).startsWith("https://");
  }

  @ParameterizedTest
  @CsvSource({
    "/account/preferences, save",
    "/account/email, change-email",
    "/account/password, change-password",
    "/account/sessions, end-others",
    "/account/data, download",
    "/forgot, send-link",
    "/register, send-link"
  })
  @Security(138)
  void a_form_of_an_account_is_taken_from_our_own_pages_alone(String path, String button) {
    alice.visits(server.url("/account"));
    // So that there is another session to end.
    Visitor.alice(server).visits(server.url("/account"));
    var form = Form.of(alice.browser().open(server.url(path)), button);
    for (var headers : FOREIGN) {
      var foreign = new Browser(server);
      alice.browser().cookies().forEach(foreign::plant);
      headers.forEach(foreign::sending);
      var answer = foreign.post(form.action(), form.body());
      Expect.refusalPage(answer, 403);
      assertThat(answer.all("Set-Cookie")).isEmpty();
    }
    var asked = alice.browser().send("GET", form.action() + "?" + form.body(), "");
    assertThat(asked.isRedirect()).as(asked.toString()).isFalse();
    var sessions = alice.browser().open(server.url("/account/sessions"));
    assertThat(Visitor.shows(sessions, "end-others")).isTrue();
  }

  private Form filled(Button button) {
    var page = opened(button);
    assertThat(Visitor.shows(page, button.id)).as(page.toString()).isTrue();
    var form = Form.of(page, button.id);
    return button == Button.SIGN_IN
        ? form.with("username", alice.username()).with("password", alice.password())
        : form;
  }

  private Answer opened(Button button) {
    var house = Application.house(server).asksFor("openid");
    if (button == Button.SIGN_IN) {
      return alice.opens(house);
    }
    alice.authorizes(house);
    return switch (button) {
      case CONTINUE -> alice.opens(house.with("prompt", "select_account"));
      case SIGN_OUT ->
          alice
              .browser()
              .open(
                  server.url(
                      "/oauth2/logout?client_id=web&post_logout_redirect_uri="
                          + Http.encode("https://web.test/bye")));
      default -> alice.opens(Application.web(server).asksFor("openid").with("prompt", "consent"));
    };
  }

  // Nobody came in by it, and nobody went out.
  private void assertUnchanged(Button button) {
    var answer = alice.browser().get(silent.url());
    if (button == Button.SIGN_IN) {
      Expect.sentBack(answer, silent, "login_required");
    } else {
      Expect.code(answer, silent);
    }
  }
}
