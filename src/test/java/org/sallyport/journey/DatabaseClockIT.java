package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sallyport.Poll;

/** A database whose clock is a hundred days ahead for two minutes, and what is left afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseClockIT {
  private static final String HELD = "nothing is deleted and no key is replaced";
  private static final List<String> TABLES =
      List.of("browser_session", "access_grant", "server_key", "sign_in_failures");

  private final ClockedPostgres database = ClockedPostgres.start();
  private Server node;

  @BeforeAll
  void start() {
    node = Server.at("clock-database", database.url(), database.environment());
  }

  @AfterAll
  void end() {
    node.stop();
    database.stop();
  }

  @Test
  void nothing_is_lost_and_nobody_is_shut_out_meanwhile_and_afterwards() throws Exception {
    var house = Application.house(node);
    var alice = Visitor.alice(node);
    var refresh = alice.tokens(house.asksFor("openid notes.read offline_access"));
    var bob = Visitor.bob(node);
    bob.signsIn(bob.opens(house.asksFor("openid")), "wrong");
    var keys = new Browser(node).get(node.url("/oauth2/jwks")).body();

    database.set("+100d");
    var left = TABLES.stream().map(this::rows).toList();
    Poll.until(Duration.ofSeconds(30), () -> health().contains(HELD));
    assertThat(health()).contains("the database's clock has jumped by 86", "\"status\":\"up\"");
    // The sweeper comes once a minute.
    Thread.sleep(Duration.ofSeconds(70).toMillis());
    assertThat(TABLES.stream().map(this::rows).toList()).isEqualTo(left);
    assertThat(new Browser(node).get(node.url("/oauth2/jwks")).body()).isEqualTo(keys);
    var again = house.asksFor("openid");
    Expect.code(alice.opens(again), again);
    assertSecondNodeGoesOn();

    database.set("+0");
    Poll.until(Duration.ofSeconds(30), () -> !health().contains("warnings"));
    Expect.tokens(house.refreshes(refresh.text("refresh_token")));
    assertThat(signsIn(bob)).isTrue();
  }

  /** A node that is started meanwhile and the first one agree, without the database. */
  private void assertSecondNodeGoesOn() {
    var second = Server.at("clock-database-2", database.url(), database.environment());
    try {
      Poll.until(Duration.ofSeconds(30), () -> !health().contains(HELD));
      var visitor = Visitor.alice(second);
      var request = Application.house(second).asksFor("openid offline_access");
      var tokens = visitor.tokens(request);
      assertThat(Application.house(node).introspects(tokens.text("access_token")).json())
          .containsEntry("active", true);
    } finally {
      second.stop();
    }
  }

  private boolean signsIn(Visitor visitor) {
    var request = Application.house(node).asksFor("openid");
    return visitor.signsIn(visitor.opens(request)).isRedirect();
  }

  private String health() {
    return new Browser(node).get(node.url("/health/ready")).body();
  }

  private long rows(String table) {
    return database.number("select count(*) from " + table);
  }
}
