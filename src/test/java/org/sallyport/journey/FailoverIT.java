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
  private static final String SENDER = "failover@id.test";
  private static final String WILMA = "wilma@example.org";
  private static final String CHOSEN = "seven quiet herons at dusk";

  private record Given(Authorization request, Answer back, String access, String refresh) {}

  private final Replicated database = Replicated.start();
  private final List<Given> given = new ArrayList<>();
  private final List<String> revoked = new ArrayList<>();

  private Server server;
  private Application house;
  private Visitor alice;

  @BeforeAll
  void start() {
    var settings = Mailbox.settings(SENDER, Postgres.shared().environment());
    server = Server.at("failover", database.url(), settings);
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
    var browser = new Browser(server);
    var reset = resets(browser);
    database.killPrimary();
    var well = Instant.now().plus(UNTIL_WELL);
    var promotion =
        CompletableFuture.runAsync(
            this::promote,
            CompletableFuture.delayedExecutor(UNTIL_PROMOTED.toMillis(), TimeUnit.MILLISECONDS));
    var isReset = false;
    while (Instant.now().isBefore(well)) {
      assertThat(flow()).isIn(200, 503);
      isReset = isReset || isTaken(reset.press(browser));
    }
    promotion.join();
    assertThat(isReset).as("the password is chosen as soon as the standby has taken over").isTrue();
    isReset(reset, browser);
    for (var i = 0; i < MORE; i++) {
      assertThat(flow()).isEqualTo(200);
    }
    given.forEach(this::holds);
    revoked.forEach(
        access -> assertThat(house.introspects(access).json()).containsEntry("active", false));
  }

  /** What somebody sends who has forgotten a password, and was mailed a link. */
  private Form resets(Browser browser) throws Exception {
    Form.of(browser.open(server.url("/forgot")), "send-link")
        .with("username", "wilma")
        .press(browser);
    var page = browser.open(Mailbox.link(Mailbox.await(SENDER, WILMA, 1)));
    return Form.of(page, "choose-password").withNewPassword(CHOSEN);
  }

  /** Whether it was; else the page says that it can be sent again. */
  private static boolean isTaken(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isIn(200, 503);
    return answer.status() == 200;
  }

  /** It was taken once and whole: the new password signs in, the old one does not. */
  private void isReset(Form reset, Browser browser) {
    assertThat(reset.press(browser).status()).isEqualTo(410);
    var request = house.asksFor("openid");
    var wilma = new Visitor(new Browser(server), "wilma", CHOSEN);
    Expect.code(wilma.authorizes(request), request);
    var old = new Visitor(new Browser(server), "wilma", "wilma forgets this one soon");
    assertThat(old.signsIn(old.opens(request)).status()).isEqualTo(400);
    Mailbox.await(SENDER, WILMA, 2);
    assertThat(Mailbox.all(SENDER, WILMA))
        .extracting(Mailbox::subject)
        .filteredOn(subject -> subject.contains("was changed"))
        .hasSize(1);
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
