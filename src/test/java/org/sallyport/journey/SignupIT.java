package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Spec;

/** People register accounts for themselves, where the server is told for which domains. */
class SignupIT {
  private static final String PASSWORD = "seven quiet herons at dusk";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);

  @Test
  @Spec("OpenID Connect Prompt Create 1.0 §4.1")
  void an_application_sends_somebody_to_register_who_then_signs_in_to_it() throws Exception {
    var request = house.asksFor("openid email").with("prompt", "create");
    var browser = new Browser(server);
    var page = browser.open(request.url());
    assertThat(page.page().select("h1").text()).isEqualTo("Create an account");
    var sent = registers(browser, page, "yusuf@signup.test", "yusuf");
    assertThat(sent.page().select("h1").text()).isEqualTo("Check your e-mail");

    var link = Mailbox.link(Mailbox.await("yusuf@signup.test", 1));
    var another = new Browser(server);
    another.open(link);
    var form = another.open(link);
    assertThat(form.page().select("#address").text()).isEqualTo("yusuf@signup.test");
    var weak = choose(form, "yusuf", "too short").press(another);
    assertThat(weak.status()).isEqualTo(400);
    assertThat(weak.page().select("[role=alert]").text()).contains(weak.caseNumber());
    var taken = choose(form, "Alice", PASSWORD).press(another);
    assertThat(taken.status()).isEqualTo(400);
    assertThat(taken.page().select("[role=alert]").text()).contains("already has this username");
    var chosen = choose(taken, "yusuf", PASSWORD).press(another);
    assertThat(Visitor.shows(chosen, "sign-in")).isTrue();
    assertThat(chosen.page().select("[role=status]").text()).contains("password was saved");
    assertThat(another.open(link).status()).isEqualTo(410);
    assertThat(choose(form, "yusuf", PASSWORD).press(another).status()).isEqualTo(410);

    var yusuf = new Visitor(another, "yusuf", PASSWORD);
    var back = yusuf.signsIn(chosen);
    Expect.code(back, request);
    var byAddress = new Visitor(new Browser(server), "yusuf@signup.test", PASSWORD);
    var other = house.asksFor("openid email");
    Expect.code(byAddress.authorizes(other), other);
  }

  @Test
  void the_answer_for_an_address_that_has_an_account_is_the_same() throws Exception {
    var known = new Browser(server);
    var unknown = new Browser(server);
    var one = registers(known, "ursula@signup.test");
    var other = registers(unknown, "somebody.new@signup.test");
    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.body()).isEqualTo(other.body());
    assertThat(Mailbox.newest("ursula@signup.test").getSubject()).startsWith("You have an account");
    assertThat(Mailbox.newest("somebody.new@signup.test").getSubject())
        .startsWith("Your new account");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "eve@elsewhere.test,           Eve, eve",
        "eve@sub.signup.test,          Eve, eve",
        "eve@signup.test.evil.test,    Eve, eve",
        "eve,                          Eve, eve",
        "|eve@signup.test\r\nBcc: x@y.test|, Eve, eve",
        "eve@signup.test,              |Eve\r\nBcc: x@y.test|, eve",
        "eve@signup.test,              Eve, alice@example.test",
        "eve@signup.test,              |a\u202Eb|, eve",
      })
  void what_cannot_be_registered_is_refused_with_a_case_number(
      String address, String name, String username) {
    var browser = new Browser(server);
    var page = browser.open(server.url("/register"));
    var refused =
        Form.of(page, "send-link")
            .with("email", address)
            .with("name", name)
            .with("username", username)
            .press(browser);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.page().select("[role=alert]").text()).contains(refused.caseNumber());
  }

  @Test
  void the_metadata_and_the_sign_in_page_tell_that_one_may_register() {
    var browser = new Browser(server);
    var metadata = browser.get(server.url("/.well-known/openid-configuration")).json();
    assertThat(metadata.get("prompt_values_supported"))
        .isEqualTo(List.of("consent", "create", "login", "none", "select_account"));
    var page = browser.open(server.url("/login"));
    assertThat(page.page().getElementById("register")).isNotNull();
    assertThat(browser.open(server.url("/registration?link=x")).status()).isEqualTo(410);
  }

  @Test
  void who_registered_may_delete_the_account_and_nothing_of_it_goes_on() throws Exception {
    var browser = new Browser(server);
    registers(browser, browser.open(server.url("/register")), "zara@signup.test", "zara");
    var link = Mailbox.link(Mailbox.await("zara@signup.test", 1));
    choose(browser.open(link), "zara", PASSWORD).press(browser);
    var zara = new Visitor(browser, "zara", PASSWORD);
    var web = Application.web(server);
    var tokens = zara.tokens(web.asksFor("openid profile offline_access"));
    var data = zara.visits(server.url("/account/data"));
    assertThat(data.page().getElementById("to-deletion")).isNotNull();
    var deletion = browser.open(server.url("/account/delete"));
    var unguarded = Form.of(deletion, "delete").with("csrf", "x").press(browser);
    assertThat(unguarded.page().getElementById("delete")).isNotNull();
    var gone = Form.of(deletion, "delete").press(browser);
    assertThat(gone.page().select("[role=status]").text()).isEqualTo("Your account was deleted.");
    assertThat(Mailbox.await("zara@signup.test", 2).getSubject()).endsWith("was deleted");
    assertThat(web.refreshes(tokens.text("refresh_token")).text("error"))
        .isEqualTo("invalid_grant");
    assertThat(web.introspects(tokens.text("access_token")).json()).containsEntry("active", false);
    assertThat(Visitor.shows(browser.open(server.url("/account")), "sign-in")).isTrue();
    var again = new Visitor(new Browser(server), "zara", PASSWORD);
    assertThat(again.signsIn(again.opens(house.asksFor("openid"))).status()).isEqualTo(400);
    registers(browser, browser.open(server.url("/register")), "zara@signup.test", "zara");
    assertThat(Mailbox.await("zara@signup.test", 3).getSubject()).startsWith("Your new account");
  }

  private Answer registers(Browser browser, String address) {
    return registers(browser, browser.open(server.url("/register")), address, "");
  }

  private static Answer registers(Browser browser, Answer page, String address, String username) {
    return Form.of(page, "send-link")
        .with("email", address)
        .with("name", "Yusuf Örnek")
        .with("username", username)
        .press(browser);
  }

  private static Form choose(Answer page, String username, String password) {
    return Form.of(page, "choose-password")
        .with("chosen-username", username)
        .withNewPassword(password);
  }
}
