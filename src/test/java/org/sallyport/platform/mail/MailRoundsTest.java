package org.sallyport.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.sallyport.Poll;
import org.sallyport.SettableClock;
import org.sallyport.platform.metrics.MetricsText;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** What becomes of mails that a mail server does not take at once. */
class MailRoundsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final OddMailServer mails = new OddMailServer();

  @AfterEach
  void the_mail_server_ends() {
    mails.close();
  }

  @StoreTest
  void a_mail_server_that_is_away_for_an_hour_loses_nothing(Store store) {
    mails.answering("CONNECT", "421 away");
    var node = node(store);
    add(node, 3, Optional.empty());
    tick(node, Duration.ofHours(1));
    assertThat(taken()).isZero();
    assertThat(node.health.warning()).contains("mails wait for more than 15 minutes");

    mails.answering("CONNECT", "220 back");
    tick(node, Duration.ofHours(2));

    assertThat(taken()).isEqualTo(3);
    assertThat(store.count("mail_outbox", "sent_at is not null and last_error like '%421 away%'"))
        .isPositive();
    assertThat(node.health.warning()).isEmpty();
  }

  @StoreTest
  void while_the_mail_server_is_away_one_mail_tries_and_the_others_wait(Store store) {
    mails.answering("CONNECT", "421 away");
    var node = node(store);
    add(node, 10, Optional.empty());
    node.send();
    node.send();
    assertThat(store.count("mail_outbox", "tries > 0")).isOne();
    clock.advance(Duration.ofSeconds(11));
    node.send();
    assertThat(store.count("mail_outbox", "tries > 0")).isEqualTo(2);
  }

  @StoreTest
  void a_mail_that_is_not_taken_keeps_no_other_waiting(Store store) {
    var node = node(store);
    mails.answering("RCPT", "450 4.2.1 greylisted");
    add(node, 1, Optional.empty());
    node.send();
    mails.answering("RCPT", "250 fine");
    add(node, 1, Optional.empty());
    node.send();
    assertThat(taken()).isOne();
    clock.advance(Duration.ofSeconds(61));
    node.send();
    assertThat(taken()).isEqualTo(2);
  }

  @StoreTest
  void a_mail_is_given_up_after_a_day_and_is_a_dead_letter_then(Store store) {
    var node = node(store);
    mails.answering("RCPT", "450 4.2.1 full, see https://id.test/reset?t=secret");
    add(node, 1, Optional.empty());
    tick(node, Duration.ofHours(25), Duration.ofMinutes(20));
    assertThat(taken()).isZero();
    assertThat(store.count("mail_outbox", "tries > 8 and next_try is null and content is null"))
        .isOne();
    assertThat(
            store.count(
                "mail_outbox",
                "failed_at is not null and last_error like '450 4.2.1 full%'"
                    + " and last_error not like '%secret%'"))
        .isOne();
    assertThat(node.health.warning()).contains("1 mails were given up in the last day");
    assertThat(node.health.problem()).isEmpty();
    assertThat(MetricsText.of(node.health.measures()))
        .contains("sallyport_mails_given_up 1\n")
        .contains("sallyport_mails_total{outcome=\"given up\"} 1\n")
        .contains("sallyport_mails_waiting 0\n");
  }

  @StoreTest
  void an_address_that_is_refused_is_given_up_at_once(Store store) {
    var node = node(store);
    mails.answering("RCPT", "550 5.1.1 no such user");
    add(node, 1, Optional.empty());
    node.send();
    assertThat(store.count("mail_outbox", "tries = 1 and failed_at is not null")).isOne();
  }

  @StoreTest
  void a_mail_that_is_of_no_use_any_more_is_not_sent(Store store) {
    var node = node(store);
    mails.answering("CONNECT", "421 away");
    add(node, 1, Optional.of(NOW.plus(Duration.ofMinutes(30))));
    tick(node, Duration.ofMinutes(29));
    mails.answering("CONNECT", "220 back");
    clock.advance(Duration.ofMinutes(2));
    tick(node, Duration.ofHours(1));
    assertThat(taken()).isZero();
    assertThat(store.count("mail_outbox", "last_error = 'expired' and content is null")).isOne();
    assertThat(MetricsText.of(node.health.measures()))
        .contains("sallyport_mails_total{outcome=\"expired\"} 1\n");
  }

  @StoreTest
  void a_mail_whose_key_is_gone_is_given_up(Store store) {
    var node = node(store);
    add(node, 1, Optional.empty());
    store.sql("update mail_outbox set content = 'AAAA'");
    node.send();
    assertThat(store.count("mail_outbox", "last_error like 'it cannot be opened%'")).isOne();
  }

  @StoreTest
  void a_mail_that_a_wrong_clock_dated_ahead_is_sent(Store store) {
    var node = node(store);
    add(node, 1, Optional.empty());
    clock.advance(Duration.ofDays(-100));
    node.send();
    assertThat(taken()).isOne();
  }

  // The database is free meanwhile: the mail server is asked outside of any transaction.
  @StoreTest
  void a_silent_mail_server_holds_no_row_and_is_left_after_two_minutes(Store store) {
    mails.answering("DATA", OddMailServer.DRIBBLE);
    var node = node(store);
    add(node, 1, Optional.empty());
    var sending = CompletableFuture.runAsync(node::send);
    Poll.until(Duration.ofSeconds(10), () -> mails.commands().contains("DATA"));
    assertThat(store.sql("update mail_outbox set kind = kind")).isOne();

    clock.advance(Duration.ofSeconds(50));
    node.rounds.watch(node.transport());
    clock.advance(Duration.ofSeconds(50));
    node(store).send();
    assertThat(sending).isNotDone();
    assertThat(store.count("mail_outbox", "tries = 1")).isOne();
    clock.advance(Duration.ofSeconds(50));
    node.rounds.watch(node.transport());

    sending.join();
    assertThat(store.count("mail_outbox", "tries = 1 and last_error is not null")).isOne();
  }

  private void tick(MailNode node, Duration time) {
    tick(node, time, Duration.ofSeconds(30));
  }

  // As the timers do.
  private void tick(MailNode node, Duration time, Duration pause) {
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.advance(pause);
      node.send();
    }
    node.health.note(node.rows.state(clock.instant()));
  }

  private long taken() {
    return mails.commands().stream().filter(line -> line.startsWith("Message-ID:")).count();
  }

  private MailNode node(Store store) {
    return new MailNode(store, clock, mails.port());
  }

  private static void add(MailNode node, int number, Optional<Instant> usefulUntil) {
    for (var i = 0; i < number; i++) {
      var to = MailAddress.of("p" + i + "@example.org");
      var values = Map.of("link", "https://id.test/");
      node.add(new Mail(to, Locale.ENGLISH, "test", values, usefulUntil));
    }
  }
}
