package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

/** The ways back into an account by mail: a forgotten password, and the first one. */
@Spec("NIST SP 800-63B-4 §4.2")
class RecoveryIT {
  private static final String NEW = "seven quiet herons at dusk";
  private static final String SHORT = "too short";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);

  @Test
  void a_forgotten_password_is_replaced_by_a_link_and_nobody_is_signed_in_by_it() throws Exception {
    var elsewhere = visitor("wilma", "wilma forgets this one soon");
    elsewhere.visits(server.url("/account"));
    var wilma = visitor("wilma", NEW);
    var request = house.asksFor("openid");
    var before = Mailbox.all("wilma@example.org").size();
    var asked = forgets(wilma.browser(), wilma.opens(request), "wilma");
    assertThat(asked.page().select("h1").text()).isEqualTo("Check your e-mail");
    var mail = Mailbox.await("wilma@example.org", before + 1);
    assertThat(mail.getSubject()).startsWith("A new password for ");

    var link = Mailbox.link(mail);
    var another = new Browser(server);
    another.open(link);
    var page = another.open(link);
    assertThat(page.status()).isEqualTo(200);
    var weak = choose(page, SHORT).press(another);
    assertThat(weak.status()).isEqualTo(400);
    assertThat(weak.page().select("[role=alert]").text()).contains(weak.caseNumber());
    var chosen = choose(page, NEW).press(another);
    assertThat(Visitor.shows(chosen, "sign-in")).isTrue();
    assertThat(chosen.page().select("[role=status]").text()).contains("password was saved");
    assertThat(choose(page, NEW + " again").press(another).status()).isEqualTo(410);
    assertThat(another.open(link).status()).isEqualTo(410);

    assertThat(Visitor.shows(elsewhere.browser().open(server.url("/account")), "sign-in")).isTrue();
    assertThat(Mailbox.await("wilma@example.org", before + 2).getSubject()).contains("was changed");
    Expect.code(wilma.authorizes(request), request);
    var old = visitor("wilma", "wilma forgets this one soon");
    assertThat(old.signsIn(old.opens(request)).status()).isEqualTo(400);
  }

  @Test
  void whoever_is_invited_chooses_the_first_password() throws Exception {
    var mail = Mailbox.await("igor@example.org", 1);
    assertThat(mail.getSubject()).startsWith("Your account at ");
    var browser = new Browser(server);
    var page = browser.open(Mailbox.link(mail));
    assertThat(page.page().select("h1").text()).isEqualTo("Choose your password");
    choose(page, NEW).press(browser);
    var request = house.asksFor("openid");
    Expect.code(visitor("igor", NEW).authorizes(request), request);
  }

  @Test
  void the_answer_for_a_name_that_nobody_has_is_the_same() {
    var known = new Browser(server);
    var unknown = new Browser(server);
    var one = forgets(known, known.open(server.url("/login")), "olivia");
    var other = forgets(unknown, unknown.open(server.url("/login")), "a name that nobody has");
    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.body()).isEqualTo(other.body());
  }

  @Test
  void a_browser_that_was_never_here_can_ask_for_a_link() {
    var browser = new Browser(server);
    var page = browser.open(server.url("/forgot"));
    var sent = Form.of(page, "send-link").with("username", "olivia").press(browser);
    assertThat(sent.page().select("h1").text()).isEqualTo("Check your e-mail");
  }

  @Test
  void a_link_that_never_was_offers_a_new_one() {
    for (var link : new String[] {"", "?link=", "?link=x", "?link=" + "A".repeat(43)}) {
      var page = new Browser(server).open(server.url("/reset" + link));
      assertThat(page.status()).isEqualTo(410);
      assertThat(page.page().getElementById("again")).isNotNull();
    }
  }

  @Test
  void a_password_is_changed_on_the_account_page_and_other_sessions_end() throws Exception {
    var elsewhere = visitor("petra", "petra had this one before");
    elsewhere.visits(server.url("/account"));
    var petra = visitor("petra", "petra had this one before");
    var page = petra.visits(server.url("/account/password"));
    var done = choosing(page, "change-password", NEW).press(petra.browser());
    assertThat(done.page().select("[role=status]").text()).startsWith("Your password was changed");
    assertThat(Visitor.shows(elsewhere.browser().open(server.url("/account")), "sign-in")).isTrue();
    assertThat(Mailbox.await("petra@example.org", 1).getSubject()).startsWith("New sign-in");
    assertThat(Mailbox.await("petra@example.org", 2).getSubject()).contains("was changed");
    var activity = petra.browser().open(server.url("/account/activity"));
    assertThat(activity.page().select(".events").text()).contains("Password changed", "Signed in");
  }

  private Visitor visitor(String username, String password) {
    return new Visitor(new Browser(server), username, password);
  }

  private static Answer forgets(Browser browser, Answer signInPage, String username) {
    var link = signInPage.page().expectFirst("#forgot-password");
    var page = browser.open(signInPage.resolve(link.attr("href")));
    return Form.of(page, "send-link").with("username", username).press(browser);
  }

  private static Form choose(Answer page, String password) {
    return choosing(page, "choose-password", password);
  }

  private static Form choosing(Answer page, String button, String password) {
    return Form.of(page, button).withNewPassword(password);
  }
}
