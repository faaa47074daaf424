package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

/**
 * Whoever asks for links to new passwords cannot tell by the time of the answers which accounts
 * there are. Each known account is asked for once, so that each time a link is made and mailed; and
 * each try comes from a network of its own, so that none is refused.
 */
@Tag("alone")
class ForgotTimingIT {
  private static final String SENDER = "forgot@id.test";
  private static final int WARM_UP = 100;
  private static final int TRIES = 500;
  private static final double BEST_ALLOWED = 0.60;

  private final Postgres database = Postgres.empty();
  private final Server server =
      Server.node(
          "forgot",
          database,
          Mailbox.settings(SENDER, Map.of("SALLYPORT_TRUSTED_PROXIES", "127.0.0.1")));

  /** How long an answer took. */
  private record Try(boolean known, long nanos) {}

  @Test
  @Spec("OWASP ASVS 5.0 §6.3.8")
  void no_threshold_on_time_tells_known_accounts_from_unknown_ones() {
    new Browser(server).open(server.url("/forgot"));
    join((WARM_UP + TRIES) / 2);
    var browser = new Browser(server);
    var form = Form.of(browser.open(server.url("/forgot")), "send-link");
    var tries = new ArrayList<Try>();
    for (var i = 0; i < WARM_UP + TRIES; i++) {
      var known = i % 2 == 0;
      browser.sending("X-Forwarded-For", "2001:db8:" + Integer.toHexString(i + 1) + "::1");
      var filled = form.with("username", (known ? "known-" : "other-") + i / 2);
      var begun = System.nanoTime();
      var answer = browser.post(filled.action(), filled.body());
      tries.add(new Try(known, System.nanoTime() - begun));
      assertThat(answer.status()).isEqualTo(303);
    }
    var measured = tries.subList(WARM_UP, tries.size());
    assertThat(bestGuess(measured)).isLessThanOrEqualTo(BEST_ALLOWED);
    // Else the test would compare nothing with nothing.
    Mailbox.await(SENDER, "known-0@timing.test", 1);
    Mailbox.await(SENDER, "known-" + ((WARM_UP + TRIES) / 2 - 1) + "@timing.test", 1);
  }

  @Test
  void a_difference_would_be_seen() {
    var tries = new ArrayList<Try>();
    for (var i = 0; i < TRIES; i++) {
      // By a quarter of the spread.
      tries.add(new Try(i % 2 == 0, (i * 7919L) % 1_000 + (i % 2 == 0 ? 250 : 0)));
    }
    assertThat(bestGuess(tries)).isGreaterThan(BEST_ALLOWED);
  }

  /** How often whoever knows the best threshold guesses right, by any rule with one threshold. */
  private static double bestGuess(List<Try> tries) {
    var sorted = tries.stream().sorted(Comparator.comparingLong(Try::nanos)).toList();
    var known = sorted.stream().filter(Try::known).count();
    var right = (double) known;
    var best = Math.max(right, sorted.size() - right);
    // From here on, those below the threshold are taken for unknown.
    for (var one : sorted) {
      right += one.known() ? -1 : 1;
      best = Math.max(best, Math.max(right, sorted.size() - right));
    }
    return best / sorted.size();
  }

  private void join(int people) {
    database.update(
        "insert into person (subject, username, display_username, password_set_by,"
            + " credentials_changed_at, claims, user_groups, enabled, created_at, changed_at, email)"
            + " select 'timing-' || n, 'known-' || n, 'known-' || n, 'file', now(), '{}', '', true,"
            + " now(), now(), 'known-' || n || '@timing.test' from generate_series(0, "
            + (people - 1)
            + ") n");
  }
}
