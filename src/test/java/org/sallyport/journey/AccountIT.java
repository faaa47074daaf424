package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

/** People look after their own account: sessions, applications, and what is stored about them. */
class AccountIT {
  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final Visitor bob = Visitor.bob(server);

  @Test
  void whoever_is_not_signed_in_signs_in_first_and_comes_to_the_page_that_was_asked_for() {
    var page = bob.browser().open(server.url("/account/sessions"));
    assertThat(Visitor.shows(page, "sign-in")).isTrue();
    var sessions = bob.signsIn(page);
    assertThat(sessions.page().title()).startsWith("Sessions");
    assertThat(sessions.page().select(".cards > li")).isNotEmpty();
  }

  @Test
  void a_session_of_another_browser_is_shown_and_ended() {
    var elsewhere = Visitor.bob(server);
    elsewhere.visits(server.url("/account"));
    var mine = bob.visits(server.url("/account/sessions"));
    assertThat(mine.page().select(".cards > li:contains(This browser)")).hasSize(1);
    var ended = Form.of(mine, buttons(mine, "end-").get(0)).press(bob.browser());
    assertThat(ended.page().select("[role=status]").text()).isEqualTo("The session has ended.");
    Form.of(ended, "end-others").press(bob.browser());
    var again = elsewhere.browser().open(server.url("/account"));
    assertThat(Visitor.shows(again, "sign-in")).isTrue();
    assertThat(Visitor.shows(bob.browser().open(server.url("/account")), "sign-in")).isFalse();
  }

  @Test
  void the_language_that_was_chosen_is_spoken_in_a_browser_that_has_none() {
    var sybil = new Visitor(new Browser(server), "sybil", "sybil speaks two of them");
    var page = sybil.visits(server.url("/account/preferences"));
    assertThat(page.page().select("option[selected]").eachAttr("value"))
        .containsExactly("en", "UTC");
    var german =
        Form.of(page, "save").checking("language", "de").checking("time-zone", "Europe/Berlin");
    var saved = german.press(sybil.browser());
    assertThat(saved.page().select("[role=status]").text()).contains("Zeitzone wurden gespeichert");
    assertThat(saved.page().select("html").attr("lang")).isEqualTo("de");
    var elsewhere = new Visitor(new Browser(server), "sybil", "sybil speaks two of them");
    var sessions = elsewhere.visits(server.url("/account/sessions"));
    assertThat(sessions.page().select("html").attr("lang")).isEqualTo("de");
    assertThat(sessions.page().select(".facts").text()).containsPattern("ME[SZ]+");
    var english = elsewhere.browser().open(server.url("/account/preferences"));
    Form.of(english, "save")
        .checking("language", "en")
        .checking("time-zone", "UTC")
        .press(elsewhere.browser());
  }

  @Test
  void a_language_that_is_not_in_the_list_changes_nothing() {
    var page = bob.visits(server.url("/account/preferences"));
    for (var wrong : List.of("language", "time-zone")) {
      var answer =
          Form.of(page, "save")
              .checking("language", wrong.equals("language") ? "x" : "en")
              .checking("time-zone", wrong.equals("language") ? "UTC" : "Europe/Atlantis")
              .press(bob.browser());
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.page().select("[role=alert]").text())
          .contains("Nothing was changed", answer.caseNumber());
    }
  }

  @Test
  @Spec("OpenID Connect Core §4")
  void the_home_page_leads_to_the_applications() {
    bob.visits(server.url("/account"));
    var home = bob.browser().open(server.url("/"));
    var link = home.page().select(".cards > li:contains(Web & Co) a").attr("href");
    assertThat(link).startsWith("https://web.test/start?tenant=one&iss=http%3A%2F%2F");
    assertThat(home.page().select(".cards > li:contains(SPA) a").attr("href"))
        .isEqualTo("https://spa.test/");
    assertThat(new Browser(server).open(server.url("/")).page().select(".cards")).isEmpty();
  }

  @Test
  void who_is_in_the_file_is_told_who_can_delete_the_account() {
    var page = bob.visits(server.url("/account/data"));
    assertThat(page.page().text()).contains("only they can delete it");
    assertThat(page.page().getElementById("to-deletion")).isNull();
  }

  @Test
  void nobody_ends_a_session_of_somebody_else() {
    var alice = Visitor.alice(server);
    var hers = alice.visits(server.url("/account/sessions"));
    var name = hers.page().select("[id^=session-]").attr("id").substring("session-".length());
    Visitor.bob(server).visits(server.url("/account"));
    var mine = bob.visits(server.url("/account/sessions"));
    var form = Form.of(mine, "end-others").without("end-others").checking("end", name);
    var answer = form.press(bob.browser());
    assertThat(answer.page().select("[role=status]").text()).contains("had already ended");
    assertThat(Visitor.shows(alice.browser().open(server.url("/account")), "sign-in")).isFalse();
  }

  @Test
  @Spec("RFC 7009 §2")
  void an_application_whose_access_is_removed_gets_no_more_tokens() {
    var tokens = bob.tokens(web.asksFor("openid profile offline_access"));
    var page = bob.visits(server.url("/account/applications"));
    var card = page.page().select(".cards > li:contains(Web & Co)");
    assertThat(card.text()).contains("Allowed", "Last used");
    var removed = Form.of(page, "remove-" + web.id()).press(bob.browser());
    assertThat(removed.page().select("[role=status]").text()).contains("no longer has access");
    assertThat(removed.page().getElementById("remove-" + web.id())).isNull();
    assertThat(web.refreshes(tokens.text("refresh_token")).text("error"))
        .isEqualTo("invalid_grant");
    assertThat(web.introspects(tokens.text("access_token")).json()).containsEntry("active", false);
    assertThat(Visitor.shows(bob.opens(web.asksFor("openid profile")), "allow")).isTrue();
  }

  @Test
  void what_was_declined_can_be_allowed_after_all() {
    var request = web.asksFor("openid email");
    var consent = bob.signsIn(bob.opens(request));
    Form.of(consent, "allow").unchecking("scope", "email").press(bob.browser());
    var page = bob.visits(server.url("/account/applications"));
    var allowed = Form.of(page, "allow-" + web.id() + "-email").press(bob.browser());
    assertThat(allowed.page().getElementById("allow-" + web.id() + "-email")).isNull();
    assertThat(bob.tokens(request).text("scope")).contains("email");
  }

  @Test
  void a_form_of_another_browser_changes_nothing_and_has_a_case_number() {
    Visitor.bob(server).visits(server.url("/account"));
    var mine = bob.visits(server.url("/account/sessions"));
    var refused = Form.of(mine, "end-others").with("csrf", "x").press(bob.browser());
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.page().select("[role=alert]").text()).contains(refused.caseNumber());
  }

  @Test
  void what_is_stored_comes_as_a_file_after_a_fresh_sign_in() {
    var page = bob.visits(server.url("/account/data"));
    var file = Form.of(page, "download").press(bob.browser());
    assertThat(file.header("Content-Disposition")).startsWith("attachment");
    assertThat(file.text("username")).isEqualTo("bob");
    assertThat(file.json()).containsKeys("claims", "sessions", "applications");
  }

  @Test
  void the_home_page_leads_to_the_account() {
    assertThat(bob.browser().open(server.url("/")).page().getElementById("account")).isNotNull();
  }

  private static List<String> buttons(Answer answer, String prefix) {
    return answer.page().select("button[id^=" + prefix + "]").stream()
        .map(Element::id)
        .filter(id -> !id.equals("end-others"))
        .toList();
  }
}
