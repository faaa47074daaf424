package org.sallyport.browser;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.journey.Answer;
import org.sallyport.journey.Application;
import org.sallyport.journey.Form;
import org.sallyport.journey.Server;
import org.sallyport.journey.Visitor;

/** What a real browser says of where a form comes from, and what we make of it. */
@Spec({"Fetch §3.2", "Fetch Metadata §2.1"})
class ForeignFormIT {
  // Another port is another origin, though of the same site, and cookies know no ports.
  private static final String NEIGHBOUR = "http://localhost:9/";

  private final Server server = Server.onH2();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FORM_POST")
  void our_own_forms_say_where_they_come_from(WayOut way) {
    try (var profile = Chromium.profile()) {
      var page = profile.newPage();
      Sites.of(page, Sites.END);
      way.open(page, server);
      var posts = new CopyOnWriteArrayList<Request>();
      page.onRequest(request -> keep(request, posts));
      way.press(page);
      page.waitForURL(Sites.END);
      assertThat(posts).hasSize(1);
      assertThat(posts.get(0).allHeaders())
          .containsEntry("origin", server.issuer())
          .containsEntry("sec-fetch-site", "same-origin");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-referrer", "unsafe-url"})
  @Security(138)
  void a_neighbour_with_a_planted_cookie_signs_nobody_in(String policy) {
    var attacker = Visitor.bob(server);
    var form =
        Form.of(attacker.opens(Application.house(server).asksFor("openid")), "sign-in")
            .with("username", attacker.username())
            .with("password", attacker.password());
    try (var profile = Chromium.profile()) {
      plant(attacker, profile);
      var before = names(profile);
      var page = profile.newPage();
      page.route(
          NEIGHBOUR,
          route ->
              route.fulfill(
                  new FulfillOptions()
                      .setContentType("text/html")
                      .setHeaders(Map.of("Referrer-Policy", policy))
                      .setBody(copy(form))));
      page.navigate(NEIGHBOUR);
      var answer =
          page.waitForResponse(
              r -> r.request().method().equals("POST"), () -> page.click("button"));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(page.innerText("main")).contains("start again", "Case ");
      assertThat(names(profile)).isEqualTo(before);
    }
  }

  private static void keep(Request request, List<Request> posts) {
    if (request.method().equals("POST")) {
      posts.add(request);
    }
  }

  private void plant(Visitor attacker, BrowserContext victim) {
    victim.addCookies(
        attacker.browser().cookies().entrySet().stream()
            .map(c -> new Cookie(c.getKey(), c.getValue()).setUrl(server.issuer()))
            .toList());
  }

  private static List<String> names(BrowserContext profile) {
    return profile.cookies().stream().map(c -> c.name).sorted().toList();
  }

  private static String copy(Form form) {
    return Answer.parameters(form.body()).entrySet().stream()
        .map(f -> "<input name='" + f.getKey() + "' value='" + f.getValue() + "'>")
        .collect(
            joining(
                "",
                "<form method=post action='" + form.action() + "'>",
                "<button>Go</button></form>"));
  }
}
