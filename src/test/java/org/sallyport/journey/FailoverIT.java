package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A primary that dies, and a standby that takes over three seconds later. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailoverIT {
  private static final String ALL = "openid notes.read offline_access";
  private static final Duration UNTIL_PROMOTED = Duration.ofSeconds(3);
  private static final Duration UNTIL_WELL = Duration.ofSeconds(10);
  private static final int MORE = 20;

  private record Given(Authorization request, Answer back, String access, String refresh) {}

  private final Replicated database = Replicated.start();
  private final List<Given> given = new ArrayList<>();
  private final List<String> revoked = new ArrayList<>();

  private Server server;
  private Application house;
  private Visitor alice;

  @BeforeAll
  void start() {
    server = Server.at("failover", database.url(), Postgres.shared().environment());
    house = Application.house(server);
    alice = Visitor.alice(server);
    alice.authorizes(house.asksFor(ALL));
  }

  @AfterAll
  void end() throws Exception {
    server.stop();
    database.end();
  }

  @Test
  void what_was_answered_holds_and_ten_seconds_later_all_is_well() throws Exception {
    for (var i = 0; i < MORE; i++) {
      assertThat(flow()).isEqualTo(200);
    }
    database.killPrimary();
    var well = Instant.now().plus(UNTIL_WELL);
    var promotion =
        CompletableFuture.runAsync(
            this::promote,
            CompletableFuture.delayedExecutor(UNTIL_PROMOTED.toMillis(), TimeUnit.MILLISECONDS));
    while (Instant.now().isBefore(well)) {
      assertThat(flow()).isIn(200, 503);
    }
    promotion.join();
    for (var i = 0; i < MORE; i++) {
      assertThat(flow()).isEqualTo(200);
    }
    given.forEach(this::holds);
    revoked.forEach(
        access -> assertThat(house.introspects(access).json()).containsEntry("active", false));
  }

  /** One flow, and every other time a revocation; the first answer that is not as it should be. */
  private int flow() {
    var request = house.asksFor(ALL);
    var back = alice.opens(request);
    if (!back.isRedirect()) {
      return back.status();
    }
    var answer = house.redeems(request, back);
    if (answer.status() != 200) {
      return answer.status();
    }
    var access = answer.text("access_token");
    if (given.size() > revoked.size()) {
      var gone = house.revokes(access).status();
      if (gone == 200) {
        revoked.add(access);
      }
      return gone;
    }
    given.add(new Given(request, back, access, answer.text("refresh_token")));
    return 200;
  }

  private void holds(Given one) {
    assertThat(house.introspects(one.access).json()).containsEntry("active", true);
    Expect.tokens(house.refreshes(one.refresh));
    Expect.json(house.redeems(one.request, one.back), 400, "invalid_grant");
  }

  private void promote() {
    try {
      database.promote();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
