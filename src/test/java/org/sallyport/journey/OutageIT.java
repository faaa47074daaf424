package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sallyport.FaultyLine;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** A database that is away: plain words, no wrong answers, and nothing to mend afterwards. */
@Spec("RFC 9110 §15.6.4")
class OutageIT {
  private static final Duration RECOVERY = Duration.ofSeconds(10);

  private static final Set<String> WRITING =
      Set.of("token: code", "token: refresh", "page: consent", "page: authorize");

  private final Server server = Server.onPostgres();
  private final FaultyLine wire = Postgres.shared().wire();
  private final Application house = Application.house(server);
  private final Application web = Application.web(server);
  private final Visitor alice = Visitor.alice(server);
  private final Authorization request = house.asksFor("openid notes.read offline_access");
  private final Answer tokens = alice.tokens(request);
  private final String access = tokens.text("access_token");
  private final String refresh = tokens.text("refresh_token");

  @AfterEach
  void the_wire_is_mended_and_the_server_recovers() {
    wire.mend();
    Poll.until(Duration.ofSeconds(20), () -> ready() == 200);
    assertThat(house.introspects(access).status()).isEqualTo(200);
  }

  @Test
  @Security(118)
  void a_cut_wire_is_told_within_3_seconds_whatever_was_asked_and_harms_nothing() {
    var requests = requestsOfAllKinds();
    wire.cut();
    untilNothingIsRemembered();
    requests.forEach((name, attempt) -> unavailable(name, attempt, Duration.ofSeconds(3)));
    recovered();
  }

  @Test
  void a_silent_database_holds_nobody_longer_than_6_seconds() {
    var requests = requestsOfAllKinds();
    wire.stall();
    untilNothingIsRemembered();
    requests.forEach((name, attempt) -> unavailable(name, attempt, Duration.ofSeconds(6)));
    var asked = System.nanoTime();
    assertThat(ready()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
    assertThat(get("/health/live").status()).isEqualTo(200);
    recovered();
  }

  @Test
  void a_commit_that_meets_a_read_only_database_is_told_like_any_outage() {
    var requests = requestsOfAllKinds();
    requests.keySet().retainAll(WRITING);
    atCommits("raise exception 'frozen' using errcode = '25006'");
    try {
      requests.forEach((name, attempt) -> unavailable(name, attempt, Duration.ofSeconds(3)));
    } finally {
      atCommits("");
    }
    recovered();
  }

  @Test
  void a_commit_that_stalls_is_told_like_any_outage() {
    atCommits("perform pg_sleep(8)");
    try {
      unavailable("page", () -> alice.opens(house.asksFor("openid")), Duration.ofSeconds(6));
    } finally {
      atCommits("");
    }
    recovered();
  }

  /** Has the database do this at the end of each transaction that changes a grant. */
  private static void atCommits(String deed) {
    var database = Postgres.shared();
    database.update("drop trigger if exists at_commit on access_grant");
    if (!deed.isEmpty()) {
      database.update(
          "create or replace function at_commit() returns trigger language plpgsql as"
              + " $$ begin "
              + deed
              + "; return null; end $$");
      database.update(
          "create constraint trigger at_commit after insert or update on access_grant"
              + " deferrable initially deferred for each row execute function at_commit()");
    }
  }

  @Test
  void keys_and_metadata_are_served_from_memory_and_health_tells_the_truth() {
    wire.cut();
    Poll.until(Duration.ofSeconds(5), () -> ready() == 503);
    assertThat(get("/health/ready").body()).contains("database");
    for (var path :
        new String[] {
          "/oauth2/jwks", "/.well-known/openid-configuration", "/health/live", "/assets/mark.svg"
        }) {
      assertThat(get(path).status()).as(path).isEqualTo(200);
      var origin = new Browser(server).sending("Origin", "https://spa.test");
      assertThat(origin.get(server.url(path)).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void a_line_that_comes_and_goes_locks_nobody_out_and_leaves_nothing_behind() {
    var failures = failures();
    for (var i = 0; i < 8; i++) {
      cutOrStall(i);
      signInDuring(Duration.ofSeconds(1));
      wire.mend();
      signInDuring(Duration.ofSeconds(1));
    }
    Poll.until(RECOVERY, () -> signIn().isRedirect());
    assertThat(failures()).isLessThanOrEqualTo(failures);
    Poll.until(Duration.ofSeconds(5), () -> connections("state <> 'idle'") == 0);
    assertThat(connections("true")).isBetween(1L, 2 * 20L);
  }

  @Test
  void a_slow_line_makes_everything_slow_and_nothing_wrong() {
    wire.delay(25);
    for (var i = 0; i < 3; i++) {
      var asked = web.asksFor("openid notes.read");
      Expect.tokens(Visitor.alice(server).tokens(asked));
    }
  }

  /** Requests that cannot be answered without the database; none of them is sent yet. */
  private Map<String, Supplier<Answer>> requestsOfAllKinds() {
    var requests = new LinkedHashMap<String, Supplier<Answer>>();
    programs(requests);
    people(requests);
    return requests;
  }

  private void programs(Map<String, Supplier<Answer>> requests) {
    var asked = house.asksFor("openid");
    var back = alice.authorizes(asked);
    requests.put("token: code", () -> house.redeems(asked, back));
    requests.put("token: refresh", () -> house.refreshes(refresh));
    requests.put("token: wrong secret", () -> wrongSecret().refreshes(refresh));
    requests.put("token: client credentials", this::clientCredentials);
    requests.put("revoke: refresh token", () -> house.revokes(refresh));
    requests.put("revoke: access token", () -> house.revokes(access));
    requests.put("introspect: access token", () -> house.introspects(access));
    requests.put("introspect: refresh token", () -> house.introspects(refresh));
    var caller = new Browser(server).sending("Authorization", "Bearer " + access);
    requests.put("userinfo", () -> caller.get(server.url("/oauth2/userinfo")));
    var script = new Browser(server).sending("Origin", "https://spa.test");
    var form = "grant_type=refresh_token&client_id=spa&refresh_token=" + refresh;
    requests.put("token: by a script", () -> script.post(server.url("/oauth2/token"), form));
  }

  private void people(Map<String, Supplier<Answer>> requests) {
    var stranger = Visitor.alice(server);
    var login = stranger.opens(house.asksFor("openid"));
    requests.put("page: sign-in", () -> stranger.signsIn(login));
    requests.put("page: sign-in, wrong password", () -> stranger.signsIn(login, "wrong"));
    var bob = Visitor.bob(server);
    var consent = bob.signsIn(bob.opens(web.asksFor("openid").with("prompt", "consent")));
    requests.put("page: consent", () -> bob.allows(consent));
    var url = house.asksFor("openid").url();
    requests.put("page: authorize", () -> alice.browser().get(url));
    requests.put("page: authorize a stranger", () -> new Browser(server).get(url));
    var silent = house.asksFor("openid").with("prompt", "none").url();
    requests.put("page: authorize silently", () -> alice.browser().get(silent));
  }

  private static void unavailable(String name, Supplier<Answer> attempt, Duration most) {
    var start = System.nanoTime();
    var answer = attempt.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(name).isLessThan(most);
    assertThat(answer.status()).as(name + answer).isEqualTo(503);
    assertThat(answer.header("Retry-After")).as(name).matches("[1-5]");
    var isPage = name.startsWith("page");
    // A sealed value in a field may spell anything.
    var told = isPage ? answer.page().text() : answer.body();
    assertThat(told).as(name).doesNotContain("Exception", "jdbc", "SQL");
    if (isPage) {
      assertThat(answer.header("Content-Type")).as(name).startsWith("text/html");
      assertThat(answer.page().select("h1")).as(name).isNotEmpty();
    } else {
      assertThat(answer.text("error")).as(name).isEqualTo("temporarily_unavailable");
    }
    assertThat(answer.caseNumber()).as(name).isNotEmpty();
  }

  // Clients are remembered for a second, and need no database for a token of their own.
  private void untilNothingIsRemembered() {
    Poll.until(Duration.ofSeconds(15), () -> clientCredentials().status() == 503);
    Poll.until(Duration.ofSeconds(15), () -> wrongSecret().refreshes(refresh).status() == 503);
  }

  private void recovered() {
    wire.mend();
    Poll.until(RECOVERY, () -> house.introspects(access).status() == 200);
    assertThat(house.introspects(access).json()).containsEntry("active", true);
    Expect.tokens(house.refreshes(refresh));
    Poll.until(RECOVERY, () -> ready() == 200);
  }

  private void cutOrStall(int i) {
    if (i % 2 == 0) {
      wire.cut();
    } else {
      wire.stall();
    }
  }

  private void signInDuring(Duration time) {
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      var answer = signIn();
      assertThat(answer.isRedirect() || answer.status() == 503).as(answer.toString()).isTrue();
    }
  }

  private Answer signIn() {
    var visitor = Visitor.alice(server);
    var page = visitor.opens(house.asksFor("openid"));
    return page.status() == 200 ? visitor.signsIn(page) : page;
  }

  private Answer clientCredentials() {
    return Application.svc(server)
        .token(Map.of("grant_type", "client_credentials", "scope", "notes.read"));
  }

  private Application wrongSecret() {
    return new Application(server, "web", "not-the-secret-of-this-application", "");
  }

  private Answer get(String path) {
    return new Browser(server).get(server.url(path));
  }

  private int ready() {
    return get("/health/ready").status();
  }

  private static long failures() {
    return Postgres.shared().number("select coalesce(sum(failures), 0) from sign_in_failures");
  }

  private static long connections(String condition) {
    return Postgres.shared()
        .number(
            "select count(*) from pg_stat_activity where application_name = 'sallyport' and "
                + condition);
  }
}
