package org.sallyport.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.ResumeOptions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Spec;
import org.sallyport.journey.Server;

/** The demo as a visitor clicks through it: three applications, one sign-in. */
class DemoIT {
  private static final String READY_OR_IN_TROUBLE = "#go:enabled, #trouble:not([hidden])";
  private static final Pattern SPA = Pattern.compile(".*/demo/spa/.*");

  private final Server server = Server.withDemo();

  @Test
  void the_single_page_application_goes_from_the_verifier_to_the_api() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      signIn(page);
      page.click("#trade-code");
      assertThat(seen(page, "trade")).containsText("here are the tokens");
      assertThat(seen(page, "read")).containsText("alice");
      assertCall(page, "#call-notes", 200);
      assertCall(page, "#call-board", 200);
      assertCall(page, "#call-without", 401);
      assertCall(page, "#call-id-token", 401);
      assertCall(page, "#call-forged", 401);
    }
  }

  @Test
  @Spec("RFC 7636 §4.6")
  void a_wrong_verifier_gets_nothing_and_spoils_nothing() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      signIn(page);
      page.click("#trade-wrong");
      assertThat(seen(page, "trade")).containsText("invalid_grant");
      page.click("#trade-code");
      assertThat(seen(page, "trade")).containsText("here are the tokens");
    }
  }

  @Test
  void it_stays_signed_in_by_refresh_token_and_by_hidden_frame() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      signIn(page);
      page.click("#trade-code");
      assertThat(seen(page, "trade")).containsText("here are the tokens");
      page.click("#refresh");
      assertThat(seen(page, "stay")).containsText("a new refresh token");
      page.click("#renew");
      assertThat(seen(page, "stay")).containsText("hidden frame");
      assertCall(page, "#call-notes", 200);
      assertThat(page.locator("#trouble")).isHidden();
    }
  }

  @Test
  void one_password_opens_both_applications_and_one_sign_out_closes_both() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      signIn(page);
      page.click("#trade-code");
      assertThat(seen(page, "trade")).containsText("here are the tokens");
      var second = profile.newPage();
      second.navigate(server.url("/demo/web/"));
      assertThat(second.locator("#password").count()).isZero();
      allow(second);
      assertThat(second.locator("#name")).hasText("Alice Archer");
      assertThat(second.locator("#groups")).containsText("staff");
      page.click("#sign-out");
      page.waitForURL(url -> url.endsWith("/demo/"));
      second.navigate(server.url("/demo/web/"));
      assertThat(second.locator("#password")).isVisible();
    }
  }

  @Test
  void signing_out_of_the_server_side_application_signs_out_of_everything() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      page.navigate(server.url("/demo/web/"));
      Steps.signIn(page, "bob", "bob-keeps-the-keys");
      allow(page);
      assertThat(page.locator("#name")).hasText("Bob Bailey");
      page.click("#sign-out");
      page.waitForURL(url -> url.endsWith("/demo/"));
      page.navigate(server.url("/demo/web/"));
      assertThat(page.locator("#password")).isVisible();
    }
  }

  @Test
  void a_group_that_is_missing_is_refused_by_the_api() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      page.navigate(server.url("/demo/spa/"));
      go(page);
      Steps.signIn(page, "bob", "bob-keeps-the-keys");
      allow(page);
      page.click("#trade-code");
      assertCall(page, "#call-notes", 200);
      assertCall(page, "#call-board", 403);
    }
  }

  @Test
  void an_access_that_was_not_allowed_is_refused_by_the_api() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      // Another test may have allowed it already, so the request asks for consent anew.
      page.route(
          url -> url.contains("/oauth2/authorize?client_id"),
          route -> route.resume(new ResumeOptions().setUrl(askingAnew(route))));
      page.navigate(server.url("/demo/spa/"));
      go(page);
      Steps.signIn(page, "bob", "bob-keeps-the-keys");
      page.uncheck("input[value='notes.read']");
      page.click("#allow");
      page.click("#trade-code");
      assertCall(page, "#call-notes", 403);
    }
  }

  @Test
  void the_demos_own_pages_are_accessible() {
    for (var path : List.of("/demo/", "/demo/spa/")) {
      try (var profile = Chromium.profile()) {
        var page = profile.newPage();
        page.navigate(server.url(path));
        assertThat(new AxeBuilder(page).analyze().getViolations())
            .extracting(Rule::getId, r -> r.getNodes().toString())
            .isEmpty();
      }
    }
  }

  @Test
  void the_mails_that_were_sent_are_on_a_page_with_their_links() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      page.navigate(server.url("/demo/"));
      page.click("text=see what was sent");
      // By their subjects: other mails, of sign-ins with new browsers, have the same words in them.
      var invitation = page.locator("article.mail:has(h2:text-is('Your account at localhost'))");
      var mail = page.locator("article.mail:has(h2:text-is('Test mail from localhost'))");
      Poll.until(
          Duration.ofSeconds(30),
          () -> page.reload() != null && invitation.count() == 1 && mail.count() == 1);
      assertThat(mail.locator("h2")).hasText("Test mail from localhost");
      assertThat(mail.locator("dd").nth(1)).hasText("operator@example.org");
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      mail.locator("pre a").click();
      assertThat(page).hasURL(server.url("/"));
    }
  }

  private static String askingAnew(Route route) {
    return route.request().url() + "&prompt=consent";
  }

  private void signIn(Page page) {
    page.navigate(server.url("/demo/spa/"));
    go(page);
    Steps.signIn(page, "alice", "alice-likes-two-doors");
    allow(page);
    page.waitForURL(SPA);
  }

  private static void go(Page page) {
    page.click("#make-verifier");
    page.locator(READY_OR_IN_TROUBLE).first().waitFor();
    assertThat(page.locator("#trouble")).hasText("");
    page.click("#go");
  }

  // Consent is asked for once by each application; which test comes first is nobody's promise.
  private static void allow(Page page) {
    page.waitForLoadState();
    if (page.locator("#allow").isVisible()) {
      page.click("#allow");
    }
  }

  private static void assertCall(Page page, String button, int status) {
    page.click(button);
    assertThat(seen(page, "call")).containsText("Answer: " + status);
  }

  private static Locator seen(Page page, String step) {
    return page.locator("#" + step + " .seen");
  }
}
