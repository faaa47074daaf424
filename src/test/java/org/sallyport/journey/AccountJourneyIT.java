package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;

/** What somebody does with an account in the first days, in one go. */
class AccountJourneyIT {
  private static final String ADDRESS = "ingrid@example.org";
  private static final String FIRST = "seven quiet herons at dusk";
  private static final String SECOND = "nine loud herons before dawn";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);
  private final Application web = Application.web(server);

  @Test
  void from_the_invitation_to_the_access_that_is_taken_back() throws Exception {
    var laptop = new Browser(server);
    choose(laptop.open(Mailbox.link(Mailbox.await(ADDRESS, 1))), FIRST).press(laptop);
    var ingrid = new Visitor(laptop, "ingrid", FIRST);
    Expect.tokens(ingrid.tokens(house.asksFor("openid")));
    var given = ingrid.tokens(web.asksFor("openid profile offline_access"));
    Expect.tokens(given);
    var phone = new Visitor(new Browser(server), "ingrid", FIRST);
    Expect.tokens(phone.tokens(house.asksFor("openid")));

    var number = forgets(laptop);
    assertThat(Visitor.shows(phone.browser().open(server.url("/account")), "sign-in")).isTrue();
    Expect.json(web.refreshes(given.text("refresh_token")), 400, "invalid_grant");

    var again = new Visitor(laptop, "ingrid", SECOND);
    var second = again.tokens(web.asksFor("openid profile offline_access"));
    Expect.tokens(web.refreshes(second.text("refresh_token")));
    var last = again.tokens(web.asksFor("openid profile offline_access"));
    var page = again.visits(server.url("/account/applications"));
    Form.of(page, "remove-" + web.id()).press(laptop);
    Expect.json(web.refreshes(last.text("refresh_token")), 400, "invalid_grant");
    assertThat(house.introspects(last.text("access_token")).json()).containsEntry("active", false);
    Poll.until(Duration.ofSeconds(30), () -> activity(again).contains(number));
    assertThat(activity(again)).contains("Password changed", "Signed in");
  }

  /** A wrong password on the phone, a link by mail, a new password; gives the case number. */
  private String forgets(Browser laptop) throws Exception {
    var phone = new Visitor(new Browser(server), "ingrid", "not this one");
    var login = phone.opens(house.asksFor("openid"));
    var number = phone.signsIn(login).caseNumber();
    var mails = Mailbox.all(ADDRESS).size();
    var forgot = laptop.open(server.url("/forgot"));
    Form.of(forgot, "send-link").with("username", "ingrid").press(laptop);
    var link = Mailbox.link(Mailbox.awaitAfter(mails, Mailbox.SHARED, ADDRESS, "A new password"));
    var chosen = choose(laptop.open(link), SECOND).press(laptop);
    assertThat(Visitor.shows(chosen, "sign-in")).isTrue();
    assertThat(laptop.open(link).status()).isEqualTo(410);
    return number;
  }

  private String activity(Visitor visitor) {
    var page = visitor.browser().open(server.url("/account/activity"));
    return page.page().select(".events").text();
  }

  private static Form choose(Answer page, String password) {
    return Form.of(page, "choose-password").withNewPassword(password);
  }
}
