package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sallyport.Poll;
import org.sallyport.Security;
import org.sallyport.Spec;

/** A database that is away: plain words, no wrong answers, and nothing to mend afterwards. */
@Spec("RFC 9110 §15.6.4")
class OutageIT {
  private final Server server = Server.onPostgres();
  private final Tap wire = Postgres.shared().wire();
  private final Application house = Application.house(server);
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
  void a_cut_wire_is_told_as_a_passing_fault() {
    wire.cut();
    unavailable(() -> house.revokes(refresh));
    unavailable(() -> house.revokes(access));
    unavailable(() -> house.introspects(access));
    unavailable(() -> house.refreshes(refresh));
    wire.mend();
    Poll.until(Duration.ofSeconds(15), () -> house.introspects(access).status() == 200);
    assertThat(house.introspects(access).json()).containsEntry("active", true);
    Expect.tokens(house.refreshes(refresh));
  }

  @Test
  void nobody_is_told_that_the_password_is_wrong() {
    var visitor = Visitor.alice(server);
    var page = visitor.opens(house.asksFor("openid"));
    wire.cut();
    var answer = visitor.signsIn(page);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.page().select("h1")).isNotEmpty();
    wire.mend();
    Poll.until(Duration.ofSeconds(15), () -> visitor.signsIn(page).isRedirect());
  }

  @Test
  void keys_and_metadata_are_served_from_memory_and_health_tells_the_truth() {
    wire.cut();
    Poll.until(Duration.ofSeconds(10), () -> ready() == 503);
    var browser = new Browser(server);
    assertThat(browser.get(server.url("/oauth2/jwks")).status()).isEqualTo(200);
    var metadata = server.url("/.well-known/openid-configuration");
    assertThat(browser.get(metadata).status()).isEqualTo(200);
    assertThat(browser.get(server.url("/health/live")).status()).isEqualTo(200);
  }

  @Test
  void a_silent_database_holds_nobody_for_long() {
    wire.stall();
    var start = System.nanoTime();
    unavailable(() -> house.introspects(access));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(new Browser(server).get(server.url("/health/live")).status()).isEqualTo(200);
  }

  private int ready() {
    return new Browser(server).get(server.url("/health/ready")).status();
  }

  private static void unavailable(Supplier<Answer> attempt) {
    var answer = attempt.get();
    assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
    assertThat(answer.text("error")).isEqualTo("temporarily_unavailable");
    assertThat(answer.header("Retry-After")).matches("[1-5]");
    assertThat(answer.body()).doesNotContain("Exception", "jdbc", "SQL");
  }
}
