package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.resource.details.TestDetails;

/** What a person does for a request counts for one answer, wherever its address is opened again. */
@Spec("OpenID Connect Core §3.1.2.4")
class AnsweredOnceIT {
  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final Visitor carol = Visitor.carol(server);

  @ParameterizedTest
  @Security(149)
  @CsvSource({"prompt, consent", "prompt, login", "max_age, 0", "prompt, select_account"})
  void an_address_gives_no_second_code(String name, String value) {
    onlyOnce(web.asksFor("openid").with(name, value));
  }

  @Test
  @Security({149, 175})
  void one_allow_gives_one_grant_of_details() {
    var details = TestDetails.array(TestDetails.PAYMENT);
    onlyOnce(web.asksFor("openid").with("authorization_details", details));
  }

  @Test
  @Security(149)
  void a_no_is_told_once() {
    var request = web.asksFor("openid").with("prompt", "consent");
    var denied = last(Form.of(asked(request), "deny"));
    Expect.sentBack(carol.browser().get(denied), request, "access_denied");
    Expect.refusalPage(carol.browser().get(denied));
  }

  @Test
  @Security(149)
  void a_form_that_is_sent_again_gives_nothing() {
    var request = web.asksFor("openid").with("prompt", "consent");
    var form = Form.of(asked(request), "allow");
    Expect.code(form.press(carol.browser()), request);
    Expect.refusalPage(form.press(carol.browser()));
  }

  @Test
  @Security(33)
  void an_old_sign_in_does_not_count_when_the_request_is_taken_up_anew() {
    var request = web.asksFor("openid").with("prompt", "login");
    var used = opened(request);
    var page = carol.browser().get(used);
    var anew = page.page().select("a[href*=ticket]").attr("href");
    assertThat(Visitor.shows(carol.browser().open(page.resolve(anew)), "sign-in")).isTrue();
  }

  @Test
  @Security(51)
  void a_pushed_request_that_was_denied_is_answered() {
    var request = web.asksFor("openid").with("prompt", "consent");
    var pushed = web.posts("/oauth2/par", request.parameters());
    var reference = Map.of("client_id", "web", "request_uri", pushed.text("request_uri"));
    var page = asked(new Authorization(web, request.verifier(), reference));
    Expect.sentBack(carol.denies(page), request, "access_denied");
    Expect.sentBack(carol.allows(page), request, "invalid_request_uri");
  }

  private void onlyOnce(Authorization request) {
    var used = opened(request);
    Expect.refusalPage(carol.browser().get(used));
    Expect.refusalPage(carol.browser().get(used));
  }

  /** Goes the whole way; gives the address that the code came from. */
  private String opened(Authorization request) {
    carol.authorizes(web.asksFor("openid"));
    var page = asked(request);
    var button = Stream.of("allow", "continue").filter(b -> Visitor.shows(page, b)).findFirst();
    var form = button.map(b -> Form.of(page, b)).orElseGet(() -> typed(page));
    var address = last(form);
    var back = carol.browser().get(address);
    if (Visitor.shows(back, "allow")) {
      throw new AssertionError("asked again on " + back);
    }
    Expect.code(back, request);
    return address;
  }

  private String last(Form form) {
    return carol.browser().post(form.action(), form.body()).location();
  }

  private Form typed(Answer page) {
    return Form.of(page, "sign-in")
        .with("username", carol.username())
        .with("password", carol.password());
  }

  private Answer asked(Authorization request) {
    var page = carol.opens(request);
    return Visitor.shows(page, "allow") || Visitor.shows(page, "continue") || signedIn(request)
        ? page
        : carol.signsIn(page);
  }

  private static boolean signedIn(Authorization request) {
    return request.parameters().containsKey("max_age")
        || "login".equals(request.parameters().get("prompt"));
  }
}
