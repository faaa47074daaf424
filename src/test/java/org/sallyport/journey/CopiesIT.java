package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Security;

/**
 * Two issuers on one server, as two copies with a schema each. They know nothing of one another:
 * not while they run, and not while one of them is deployed again and again.
 */
class CopiesIT {
  private static final int REDEPLOYMENTS = 4;

  private static final class Holder {
    static final List<Server> BOTH = start();
  }

  private final Server a = Holder.BOTH.get(0);
  private final Server b = Holder.BOTH.get(1);

  private static List<Server> start() {
    var database = Postgres.shared();
    var url = database.url("copies");
    var copies = new LinkedHashMap<String, Map<String, String>>();
    for (var name : List.of("a", "b")) {
      var own = new LinkedHashMap<>(database.environment());
      own.put("SALLYPORT_DATABASE_URL", url + "?currentSchema=" + name);
      copies.put(name, own);
    }
    return Server.copies(copies);
  }

  @Test
  void who_is_signed_in_here_is_a_stranger_there() {
    var visitor = Visitor.alice(a);
    Expect.tokens(visitor.tokens(Application.house(a).asksFor("openid")));
    visitor.browser().moveTo(b);
    var page = visitor.opens(Application.house(b).asksFor("openid"));
    assertThat(Visitor.shows(page, "sign-in")).isTrue();
    Expect.tokens(visitor.tokens(Application.house(b).asksFor("openid")));

    visitor.browser().moveTo(a);
    var silent = Application.house(a).asksFor("openid").with("prompt", "none");
    Expect.code(visitor.browser().get(silent.url()), silent);
  }

  @Test
  void a_token_of_one_is_nothing_to_the_other() {
    var tokens =
        Visitor.alice(a).tokens(Application.house(a).asksFor("openid notes.read offline_access"));
    var access = tokens.text("access_token");
    assertThat(Application.api(a).introspects(access).json()).containsEntry("active", true);
    assertThat(Application.api(b).introspects(access).json()).isEqualTo(Map.of("active", false));
    Expect.json(Application.house(b).refreshes(tokens.text("refresh_token")), 400, "invalid_grant");
    Expect.tokens(Application.house(a).refreshes(tokens.text("refresh_token")));
  }

  @Test
  void each_has_keys_and_metadata_of_its_own() {
    assertThat(keys(a)).contains("\"kid\"").isNotEqualTo(keys(b));
    for (var copy : Holder.BOTH) {
      var metadata = new Browser(copy).get(copy.url("/.well-known/openid-configuration")).json();
      assertThat(metadata).containsEntry("issuer", copy.issuer());
      assertThat(metadata.values().stream().map(String::valueOf).filter(v -> v.startsWith("http")))
          .allMatch(url -> url.startsWith(copy.issuer()));
    }
  }

  @Test
  @Security(110)
  void beside_them_the_server_shows_nothing() {
    for (var path : List.of("/", "/index.html", "/c", "/asadmin", "/console")) {
      var host = "Host: " + URI.create(a.issuer()).getAuthority();
      var answer = Wire.exchange(a, "GET " + path + " HTTP/1.1", host);
      assertThat(Wire.status(answer)).as(path + answer).isEqualTo(404);
    }
  }

  @Test
  void one_is_deployed_again_and_again_and_the_other_goes_on() throws IOException {
    assumeTrue(Redeployment.known(), "this server deploys at its start only");
    var stays = Visitor.alice(b);
    Expect.tokens(stays.tokens(Application.house(b).asksFor("openid")));
    for (var i = 0; i < REDEPLOYMENTS; i++) {
      Redeployment.of(a, "a");
      Expect.tokens(Visitor.alice(a).tokens(Application.house(a).asksFor("openid")));
      var silent = Application.house(b).asksFor("openid").with("prompt", "none");
      Expect.code(stays.browser().get(silent.url()), silent);
    }
    var running = Holder.BOTH.size();
    Poll.until(Duration.ofMinutes(1), () -> Redeployment.alive(a) == running);
    // Open Liberty's loggers keep the class that first asked for them, and with it its application;
    // idle threads of WildFly keep their last request.
    Poll.until(
        Duration.ofMinutes(1),
        () -> Redeployment.remembered(a) <= running + 2 || Redeployment.isRememberedByTheServer());
  }

  private static String keys(Server copy) {
    return new Browser(copy).get(copy.url("/oauth2/jwks")).body();
  }
}
