package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node whose clock is wrong, beside one whose clock is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockIT {
  private static final String ALL = "openid notes.read offline_access";
  private static final Duration LIFETIME = Duration.ofSeconds(15);

  /** A code and a refresh token of one node, and who may bring them to either. */
  private record Given(
      List<Application> houses, Authorization request, Answer back, String refresh) {

    void isExpired() {
      for (var house : houses) {
        Expect.json(house.redeems(request, back), 400, "invalid_grant");
        Expect.json(house.refreshes(refresh), 400, "invalid_grant");
      }
    }
  }

  private final Postgres database = Postgres.empty();
  private final Map<String, String> settings = new HashMap<>(database.environment());
  private Server right;

  @BeforeAll
  void start() {
    settings.put("SALLYPORT_TOKENS_CODE_LIFETIME", LIFETIME.toString());
    settings.put("SALLYPORT_TOKENS_REFRESH_TOKEN_IDLE", LIFETIME.toString());
    right = Server.at("clock-right", database.url(), settings);
  }

  @AfterAll
  void end() throws IOException {
    right.stop();
    database.database().close();
  }

  @ParameterizedTest
  @ValueSource(ints = {-90, 90})
  void flows_over_both_nodes_succeed_and_what_expires_expires_for_both(int seconds)
      throws Exception {
    var sign = seconds < 0 ? "-" : "";
    var wrong = Server.at("clock-wrong", database.url(), off(seconds));
    try {
      assertThat(new Browser(wrong).get(wrong.url("/health/ready")).body())
          .containsPattern("the clock differs from the database's by " + sign + "(89|90|91) s");
      flow(right, wrong);
      flow(wrong, right);
      var given = List.of(given(right, wrong), given(wrong, right));
      Thread.sleep(LIFETIME.plusSeconds(1).toMillis());
      given.forEach(Given::isExpired);
    } finally {
      wrong.stop();
    }
  }

  /** Signs in, redeems, refreshes and introspects, each at the other node than the step before. */
  private static void flow(Server one, Server two) {
    for (var round = 0; round < 5; round++) {
      var alice = Visitor.alice(one);
      var request = Application.house(one).asksFor(ALL);
      var login = alice.opens(request);
      alice.browser().moveTo(two);
      var back = alice.signsIn(login);
      Expect.code(back, request);
      var tokens = Application.house(one).redeems(request, back);
      Expect.tokens(tokens);
      var refreshed = Application.house(two).refreshes(tokens.text("refresh_token"));
      Expect.tokens(refreshed);
      assertThat(Application.house(one).introspects(refreshed.text("access_token")).json())
          .containsEntry("active", true);
    }
  }

  private static Given given(Server one, Server two) {
    var house = Application.house(one);
    var alice = Visitor.alice(one);
    var refresh = alice.tokens(house.asksFor(ALL)).text("refresh_token");
    var request = house.asksFor(ALL);
    var back = alice.opens(request);
    Expect.code(back, request);
    return new Given(List.of(house, Application.house(two)), request, back, refresh);
  }

  private Map<String, String> off(int seconds) {
    var all = new HashMap<>(settings);
    all.putAll(FakeTime.off(seconds));
    return all;
  }
}
