package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.journey.Answer;
import org.sallyport.journey.Application;
import org.sallyport.journey.Authorization;
import org.sallyport.journey.Expect;
import org.sallyport.journey.Server;
import org.sallyport.journey.Visitor;

/** The whole way in Chromium, which checks form-action against the redirect after the post. */
class JourneysIT {
  private final Server server = Server.onH2();
  private final Application nat = Application.nat(server);
  private final String password = Visitor.alice(server).password();
  private final Landing landing = new Landing();

  @AfterEach
  void the_application_closes() {
    landing.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Spec("CSP3 §6.4.2")
  void a_person_signs_in_allows_and_lands(boolean script) {
    var options = new NewContextOptions().setJavaScriptEnabled(script);
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      var request = request();
      page.navigate(request.url());
      Steps.signIn(page, "alice", password);
      page.click("#allow");
      page.waitForURL(url -> url.startsWith(landing.uri("/cb")));
      Expect.tokens(nat.redeems(request, code(page.url())));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_person_denies_and_lands(boolean script) {
    var options = new NewContextOptions().setJavaScriptEnabled(script);
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      page.navigate(request().url());
      Steps.signIn(page, "alice", password);
      page.click("#deny");
      page.waitForURL(url -> url.startsWith(landing.uri("/cb")));
      assertThat(page.url()).contains("error=access_denied");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Spec("Form Post §2")
  void an_answer_by_form_post_lands(boolean script) {
    var options = new NewContextOptions().setJavaScriptEnabled(script);
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      page.navigate(request().with("response_mode", "form_post").url());
      Steps.signIn(page, "alice", password);
      page.click("#allow");
      if (!script) {
        page.click("#continue");
      }
      page.waitForURL(landing.uri("/cb"));
      assertThat(page.title()).isEqualTo("landed");
      assertThat(landing.origin()).isEqualTo(server.issuer());
    }
  }

  @Test
  @Spec("RFC 8252 §7.1")
  void a_private_scheme_is_called_after_the_post_and_not_blocked() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      var complaints = new ArrayList<String>();
      var called = new ArrayList<String>();
      page.onConsoleMessage(m -> complaints.add(m.text()));
      profile.onRequest(r -> called.add(r.url()));
      profile.onRequestFailed(r -> called.add(r.url()));
      page.navigate(request().with("redirect_uri", "com.example.app:/cb").url());
      Steps.signIn(page, "alice", password);
      var answer = page.waitForResponse(r -> r.status() == 303, () -> press(page, "#allow"));
      assertThat(answer.status()).isEqualTo(303);
      page.waitForTimeout(500);
      assertThat(complaints).noneMatch(c -> c.contains("Content Security Policy"));
    }
  }

  @Test
  void the_password_is_asked_for_once_for_two_applications() {
    try (var profile = Chromium.profile()) {
      signInOnce(profile);
      var page = profile.newPage();
      page.navigate(Application.web(server).asksFor("openid").with("prompt", "consent").url());
      assertThat(page.locator("#allow").count()).isEqualTo(1);
      assertThat(page.locator("#password").count()).isZero();
    }
  }

  @Test
  void not_you_leads_to_the_sign_in_form_and_on_to_the_same_application() {
    try (var profile = Chromium.profile()) {
      signInOnce(profile);
      var page = profile.newPage();
      var request = request().with("prompt", "select_account");
      page.navigate(request.url());
      page.click("#other-account");
      Steps.signIn(page, "bob", Visitor.bob(server).password());
      page.click("#allow");
      page.waitForURL(url -> url.startsWith(landing.uri("/cb")));
      var tokens = Expect.tokens(nat.redeems(request, code(page.url())));
      assertThat(tokens).containsKey("id_token");
    }
  }

  @Test
  @Spec("RFC 9126 §4")
  void a_button_that_is_pressed_twice_counts_once() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      var posts = new ArrayList<String>();
      page.onRequest(
          r -> {
            if (r.method().equals("POST")) {
              posts.add(r.url());
            }
          });
      var request = request();
      var pushed = nat.posts("/oauth2/par", request.parameters()).text("request_uri");
      var reference = Map.of("client_id", nat.id(), "request_uri", pushed);
      page.navigate(new Authorization(nat, request.verifier(), reference).url());
      page.fill("#username", "alice");
      page.fill("#password", password);
      page.dblclick("#sign-in", new Page.DblclickOptions().setDelay(20));
      page.waitForSelector("#allow");
      page.dblclick("#allow", new Page.DblclickOptions().setDelay(5));
      page.waitForURL(url -> url.startsWith(landing.uri("/cb")));
      Expect.tokens(nat.redeems(request, code(page.url())));
      assertThat(posts).hasSize(2);
    }
  }

  @Test
  @Security(110)
  void the_first_view_is_light_and_asks_nobody_else() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      var finished = new ArrayList<Request>();
      page.onRequestFinished(finished::add);
      page.navigate(request().url());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      // What finishes while they are asked for their sizes is none of the first view.
      var view = List.copyOf(finished);
      assertThat(view).allMatch(r -> r.url().startsWith(server.issuer() + "/"));
      assertThat(view.stream().map(Request::sizes).mapToInt(JourneysIT::bytes).sum())
          .isBetween(1_000, 49_999);
    }
  }

  private static int bytes(Sizes size) {
    return size.responseBodySize + size.responseHeadersSize;
  }

  @Test
  void the_keyboard_is_enough() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      page.navigate(request().url());
      page.locator("#username").focus();
      page.keyboard().type("alice");
      page.keyboard().press("Tab");
      page.keyboard().type(password);
      page.keyboard().press("Enter");
      page.waitForSelector("#allow");
      page.locator("#allow").focus();
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.startsWith(landing.uri("/cb")));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoever_types_on_after_an_error_types_into_a_field_that_is_in_view(boolean script) {
    var options = new NewContextOptions().setJavaScriptEnabled(script).setViewportSize(320, 640);
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      page.navigate(request().url());
      var before = page.locator("#password").boundingBox();
      Steps.signIn(page, "alice", "a typing error");
      var after = page.locator("#password").boundingBox();
      assertThat(after.y).isEqualTo(before.y).isLessThan(640);
      assertThat(page.getAttribute("#password", "aria-describedby")).isEqualTo("summary");
      page.keyboard().type(password);
      page.keyboard().press("Enter");
      page.waitForSelector("#allow");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_change_of_language_keeps_the_name_and_sends_no_password(boolean script) {
    var options = new NewContextOptions().setJavaScriptEnabled(script).setLocale("en");
    try (var profile = Chromium.profile(options)) {
      var page = profile.newPage();
      page.navigate(request().url());
      page.fill("#username", "alice");
      page.fill("#password", "typed-in-vain");
      var sent = page.waitForRequest(r -> r.method().equals("POST"), () -> page.click("#lang-de"));
      page.waitForSelector("html[lang=de]");
      assertThat(page.inputValue("#username")).isEqualTo("alice");
      assertThat(page.inputValue("#password")).isEmpty();
      assertThat(page.url()).doesNotContain("alice");
      // Without script a form sends all its fields.
      assertThat(sent.postData().contains("typed-in-vain")).isEqualTo(!script);
      page.keyboard().type(password);
      page.keyboard().press("Enter");
      page.waitForSelector("#allow");
    }
  }

  @Test
  void the_password_can_be_shown_where_there_is_script_and_nothing_is_broken_without() {
    for (var script : List.of(true, false)) {
      try (var profile = Chromium.profile(new NewContextOptions().setJavaScriptEnabled(script))) {
        var page = profile.newPage();
        page.navigate(request().url());
        var show = page.locator("button[aria-controls=password]:visible");
        assertThat(show.count()).as("with script: " + script).isEqualTo(script ? 1 : 0);
        if (script) {
          show.click();
          assertThat(page.getAttribute("#password", "type")).isEqualTo("text");
        }
      }
    }
  }

  @Test
  void whoever_goes_back_after_the_answer_can_start_again_and_lands() {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      page.navigate(request().url());
      Steps.signIn(page, "alice", password);
      page.click("#allow");
      page.waitForURL(url -> url.startsWith(landing.uri("/cb")));
      page.goBack();
      Steps.startAgain(page);
      page.click("#allow");
      page.waitForURL(url -> url.startsWith(landing.uri("/cb")));
      assertThat(landing.visits()).isEqualTo(2);
    }
  }

  private void signInOnce(BrowserContext profile) {
    var page = profile.newPage();
    page.navigate(request().url());
    Steps.signIn(page, "alice", password);
    page.click("#allow");
    page.waitForURL(url -> url.startsWith(landing.uri("/cb")));
    page.close();
  }

  private Authorization request() {
    return nat.asksFor("openid profile notes.read").with("redirect_uri", landing.uri("/cb"));
  }

  private static void press(Page page, String button) {
    try {
      page.click(button);
    } catch (PlaywrightException e) {
      // Chromium has nobody to hand the private scheme to.
      assertThat(e).hasMessageContaining("net::");
    }
  }

  private static String code(String url) {
    return Answer.parameters(URI.create(url).getRawQuery()).getOrDefault("code", "");
  }
}
