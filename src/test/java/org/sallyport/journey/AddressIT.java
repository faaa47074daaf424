package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

/** People confirm and change their mail addresses, sign in by them, and undo what was not them. */
class AddressIT {
  private static final String OLD = "nora@example.org";
  private static final String NEW = "nora.new@example.org";
  private static final String PASSWORD = "seven quiet herons at dusk";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);

  @Test
  void an_address_is_changed_by_a_link_and_the_change_is_undone_from_the_old_one()
      throws Exception {
    var nora = visitor("nora", "nora moves to another town");
    var request = house.asksFor("openid email");
    var tokens = nora.tokens(request);
    var olds = Mailbox.all(OLD).size();
    var sent = changes(nora, NEW);
    assertThat(sent.page().select("[role=status]").text()).contains("on its way");
    assertThat(sent.page().select("#address").text()).isEqualTo(OLD);

    var anybody = new Browser(server);
    var page = anybody.open(Mailbox.link(Mailbox.await(NEW, 1)));
    assertThat(page.page().select("#address").text()).isEqualTo(NEW);
    assertThat(claims(nora)).containsEntry("email", OLD).doesNotContainKey("email_verified");
    var done = Form.of(page, "confirm-address").press(anybody);
    assertThat(done.page().select("h1").text()).isEqualTo("The address is confirmed");
    assertThat(Visitor.shows(anybody.open(server.url("/account")), "sign-in")).isTrue();
    var again = Form.of(page, "confirm-address").press(anybody);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.caseNumber()).isNotEmpty();
    assertThat(claims(nora)).containsEntry("email", NEW).containsEntry("email_verified", true);
    var byAddress = visitor(NEW, nora.password());
    Expect.code(byAddress.authorizes(request.with("login_hint", NEW)), request);
    assertThat(house.introspects(tokens.text("access_token")).json()).containsEntry("active", true);

    undoes(anybody, olds);
    assertThat(Visitor.shows(nora.browser().open(server.url("/account")), "sign-in")).isTrue();
    assertThat(house.introspects(tokens.text("access_token")).json())
        .containsEntry("active", false);
    for (var name : new String[] {"nora", NEW, OLD}) {
      var locked = visitor(name, nora.password());
      assertThat(locked.signsIn(locked.opens(request)).status()).isEqualTo(400);
    }
    mail(0, NEW, "Your e-mail address at localhost was set back");
    choosesAnotherPassword(olds);
    // The link was mailed to the address, which is verified by that.
    Expect.code(visitor(OLD, PASSWORD).authorizes(request), request);
  }

  // Notices of sign-ins may come before it.
  private static MimeMessage mail(int before, String address, String subject) {
    return Mailbox.awaitAfter(before, Mailbox.SHARED, address, subject);
  }

  private static void undoes(Browser anybody, int before) throws Exception {
    var undo = anybody.open(Mailbox.link(mail(before, OLD, "Your e-mail address")));
    assertThat(undo.page().select("#address").text()).isEqualTo(OLD);
    var undone = Form.of(undo, "undo-change").press(anybody);
    assertThat(undone.page().select("h1").text()).isEqualTo("The change was undone");
    assertThat(Form.of(undo, "undo-change").press(anybody).status()).isEqualTo(410);
  }

  private void choosesAnotherPassword(int before) throws Exception {
    var forgets = new Browser(server);
    var form = Form.of(forgets.open(server.url("/forgot")), "send-link").with("username", "nora");
    form.press(forgets);
    var reset = forgets.open(Mailbox.link(mail(before, OLD, "A new password")));
    var chosen = Form.of(reset, "choose-password").withNewPassword(PASSWORD).press(forgets);
    assertThat(Visitor.shows(chosen, "sign-in")).isTrue();
  }

  @Test
  void an_address_is_verified_by_a_link_and_the_claim_follows() throws Exception {
    var vera = visitor("vera", "vera confirms what she has");
    var page = vera.visits(server.url("/account/email"));
    assertThat(page.page().select("#address + .tag").text()).isEqualTo("Not confirmed");
    assertThat(claims(vera)).doesNotContainKey("email_verified");
    var before = Mailbox.all("vera@example.org").size();
    Form.of(page, "verify-email").press(vera.browser());
    var link = Mailbox.link(mail(before, "vera@example.org", "Confirm your e-mail"));
    var shown = vera.browser().open(link);
    Form.of(shown, "confirm-address").press(vera.browser());
    assertThat(vera.browser().open(link).status()).isEqualTo(410);
    assertThat(claims(vera)).containsEntry("email_verified", true);
    var after = vera.browser().open(server.url("/account/email"));
    assertThat(after.page().select("#address + .tag").text()).isEqualTo("Confirmed");
    assertThat(Visitor.shows(after, "verify-email")).isFalse();
    var activity = vera.browser().open(server.url("/account/activity"));
    assertThat(activity.page().select(".events").text()).contains("E-mail address confirmed");
  }

  @Test
  void only_the_mailbox_is_told_that_an_address_is_taken() throws Exception {
    var bob = Visitor.bob(server);
    var before = Mailbox.all("oscar@example.org").size();
    var taken = changes(bob, "oscar@example.org");
    var free = changes(bob, "nobody.has.this@example.org");
    assertThat(taken.status()).isEqualTo(free.status());
    assertThat(taken.page().select("main").text()).isEqualTo(free.page().select("main").text());
    var page = new Browser(server).open(server.url("/email-change?link=x"));
    assertThat(page.status()).isEqualTo(410);
    // The first link was replaced by the second; a third one is for the address that is taken.
    changes(bob, "oscar@example.org");
    var link = Mailbox.link(Mailbox.await("oscar@example.org", before + 2));
    var told = new Browser(server).open(link);
    assertThat(told.status()).isEqualTo(409);
    assertThat(told.page().select("h1").text()).contains("another account");
    assertThat(told.caseNumber()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "a b@example.org",
        "a@example.org\r\nBcc: everybody@example.org",
        "a@example.org, b@example.org",
        "\"a\"@example.org",
        "a@127.0.0.1",
        "a\u202Eb@example.org",
        "a@ex\u0430mple..org",
      })
  void what_is_no_address_is_refused_with_a_case_number(String typed) {
    var alice = Visitor.alice(server);
    var page = alice.visits(server.url("/account/email"));
    var refused = Form.of(page, "change-email").with("new-email", typed).press(alice.browser());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.page().select("[role=alert]").text()).contains(refused.caseNumber());
  }

  @Test
  void a_person_signs_in_by_a_verified_address_and_an_unverified_one_is_like_an_unknown_one() {
    var request = house.asksFor("openid");
    Expect.code(
        visitor(" Oscar@EXAMPLE.org ", "oscar has an address too").authorizes(request), request);
    var unverified = visitor("bob@example.test", Visitor.bob(server).password());
    var unknown = visitor("nobody@example.test", Visitor.bob(server).password());
    var one = unverified.signsIn(unverified.opens(request));
    var other = unknown.signsIn(unknown.opens(request));
    assertThat(one.status()).isEqualTo(400);
    assertThat(other.status()).isEqualTo(400);
    assertThat(complaint(one)).isEqualTo(complaint(other));
  }

  @Test
  @Spec("A Well-Known URL for Changing Passwords §2")
  void password_managers_are_led_to_the_page_for_another_password() {
    var answer = new Browser(server).get(server.url("/.well-known/change-password"));
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(server.url("/account/password"));
    var missing = "resource-that-should-not-exist-whose-status-code-should-not-be-200";
    assertThat(new Browser(server).get(server.url("/.well-known/" + missing)).status())
        .isEqualTo(404);
  }

  private static String complaint(Answer answer) {
    return answer.page().select("#summary").text().replaceAll("Case .*", "");
  }

  private Map<String, Object> claims(Visitor visitor) {
    var tokens = visitor.tokens(house.asksFor("openid email"));
    var url = server.url("/oauth2/userinfo");
    var bearer = "Bearer " + tokens.text("access_token");
    return Http.send(url, server.request(url).header("Authorization", bearer).build()).json();
  }

  private Answer changes(Visitor visitor, String address) {
    var page = visitor.visits(server.url("/account/email"));
    return Form.of(page, "change-email").with("new-email", address).press(visitor.browser());
  }

  private Visitor visitor(String username, String password) {
    return new Visitor(new Browser(server), username, password);
  }
}
