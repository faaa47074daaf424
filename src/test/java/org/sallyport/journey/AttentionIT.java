package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

/** The overview of an account says what needs the attention of its owner, and nothing otherwise. */
class AttentionIT {
  private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
  private static final String NEW_BROWSER = "A browser that was new to your account";
  private static final String ENDED = "lost its access to your account";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);

  @Test
  void an_account_in_order_has_nothing_on_top() {
    var page = at("quentin", "quentin keeps all in order").visits(server.url("/account"));
    assertThat(page.page().getElementById("attention")).isNull();
    assertThat(page.page().select(".cards.urgent")).isEmpty();
  }

  @Test
  @Spec("RFC 9700 §4.14.2")
  void what_happened_to_an_account_is_told_with_the_page_on_which_one_acts() {
    var tessa = tessa();
    assertThat(notices(tessa)).hasSize(1).allMatch(n -> n.contains("tessa@example.org"));
    var page = tessa.browser().open(server.url("/account"));
    assertThat(page.page().select(".urgent a").attr("href")).endsWith("/account/email");
    var german = tessa();
    german.visits(server.url("/account"));
    assertThat(notices(german, "/account?lang=de")).anyMatch(n -> n.contains("nicht bestätigt"));

    var elsewhere = tessa();
    elsewhere.browser().sending("User-Agent", FIREFOX);
    elsewhere.visits(server.url("/account"));
    assertThat(notices(tessa)).anyMatch(n -> n.contains(NEW_BROWSER) && n.contains("Firefox"));
    assertThat(notices(elsewhere)).noneMatch(n -> n.contains("Firefox"));
    elsewhere.browser().open(server.url("/account/sessions"));
    assertThat(notices(tessa)).anyMatch(n -> n.contains("Firefox"));
    tessa.browser().open(server.url("/account/sessions"));
    assertThat(notices(tessa)).noneMatch(n -> n.contains(NEW_BROWSER));

    reusesRefreshToken(tessa);
    assertThat(notices(tessa)).anyMatch(n -> n.contains(ENDED));
  }

  private void reusesRefreshToken(Visitor person) {
    var tokens = person.tokens(house.asksFor("openid offline_access"));
    var first = tokens.text("refresh_token");
    var second = house.refreshes(first).text("refresh_token");
    Expect.tokens(house.refreshes(second));
    Expect.json(house.refreshes(first), 400, "invalid_grant");
  }

  private List<String> notices(Visitor person) {
    return notices(person, "/account");
  }

  private List<String> notices(Visitor person, String path) {
    return person.visits(server.url(path)).page().select(".cards.urgent > li").eachText();
  }

  private Visitor tessa() {
    return at("tessa", "tessa looks at her account");
  }

  private Visitor at(String username, String password) {
    return new Visitor(new Browser(server), username, password);
  }
}
