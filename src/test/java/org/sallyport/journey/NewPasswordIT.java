package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

/** A person who has to choose another password on the way to an application. */
@Spec("NIST SP 800-63B-4 §3.1.1.2")
class NewPasswordIT {
  private static final String NEW = "three lamps and a slow train";

  private final Server server = Server.onH2();
  private final Application house = Application.house(server);

  @Test
  @Security(143)
  void whoever_has_to_change_a_password_chooses_one_and_goes_on_with_the_request() {
    // The hash of this password came from another system.
    var heidi = new Visitor(new Browser(server), "heidi", "Grüße an Jürgen, 5 € für Döner");
    var request = house.asksFor("openid");
    var page = heidi.signsIn(heidi.opens(request));
    assertThat(Visitor.shows(page, "choose")).isTrue();
    assertThat(page.page().select("#new-password, #repeated").eachAttr("autocomplete"))
        .containsExactly("new-password", "new-password");
    assertThat(page.page().select("#rule").text()).contains("15");

    refused(chooses(heidi, page, "", ""), "new-password");
    refused(chooses(heidi, page, NEW, NEW + "s"), "repeated");
    refused(chooses(heidi, page, "three lamps", "three lamps"), "15");
    refused(chooses(heidi, page, "heidi.example.26", "heidi.example.26"), "name");
    refused(chooses(heidi, page, "dragon dragon dragon", "dragon dragon dragon"), "repeats");
    refused(chooses(heidi, page, heidi.password(), heidi.password()), "now");

    // Nobody is signed in before.
    assertThat(Visitor.shows(heidi.browser().open(server.url("/")), "sign-out")).isFalse();
    var back = chooses(heidi, page, NEW, NEW);
    Expect.code(back, request);

    var again = new Visitor(new Browser(server), "heidi", NEW);
    assertThat(Visitor.shows(again.signsIn(again.opens(request), heidi.password()), "sign-in"))
        .isTrue();
    Expect.code(again.signsIn(again.opens(request)), request);
  }

  @Test
  void another_browser_cannot_choose_and_another_account_may_sign_in_instead() {
    var ivan = new Visitor(new Browser(server), "ivan", "a password to be changed");
    var page = ivan.signsIn(ivan.opens(house.asksFor("openid")));
    assertThat(Visitor.shows(page, "choose")).isTrue();

    var stranger = new Visitor(new Browser(server), "ivan", "?");
    stranger.opens(house.asksFor("openid"));
    var late = chooses(stranger, page, NEW, NEW);
    assertThat(late.status()).isEqualTo(403);
    assertThat(Visitor.shows(late, "sign-in")).isTrue();
    assertThat(late.caseNumber()).isNotEmpty();

    var link = page.page().select("#other-account").attr("href");
    var other = ivan.browser().open(page.resolve(link));
    assertThat(Visitor.shows(other, "sign-in")).isTrue();
  }

  private static Answer chooses(Visitor visitor, Answer page, String password, String repeated) {
    return Form.of(page, "choose")
        .with("new-password", password)
        .with("repeated", repeated)
        .press(visitor.browser());
  }

  private static void refused(Answer answer, String says) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Visitor.shows(answer, "choose")).isTrue();
    assertThat(answer.page().select("#new-password, #repeated").eachAttr("value"))
        .allMatch(String::isEmpty);
    assertThat(answer.page().select("#summary").outerHtml()).contains(says);
    assertThat(answer.caseNumber()).isNotEmpty();
  }
}
