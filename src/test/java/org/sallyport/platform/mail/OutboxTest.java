package org.sallyport.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sallyport.SettableClock;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** Mails are sent if and only if their deed was done, and once. */
class OutboxTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String LINK = "https://id.test/reset?t=a-secret-token";

  private final SettableClock clock = new SettableClock(NOW);
  private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void a_mail_server_listens() {
    mails.start();
  }

  @AfterEach
  void it_ends() {
    mails.stop();
  }

  @StoreTest
  void a_mail_is_sent_once_and_what_it_said_is_gone(Store store) throws MessagingException {
    var node = node(store);
    assertThat(node.add(mail("alice@example.org"))).isTrue();
    assertThat(store.count("mail_outbox", "content is not null and sent_at is null")).isOne();

    node.send();
    node.send();

    assertThat(received()).hasSize(1);
    assertThat(received().get(0).getSubject()).isEqualTo("Testnachricht von id.test");
    assertThat(received().get(0).getAllRecipients())
        .containsExactly(new InternetAddress("alice@example.org"));
    assertThat(store.count("mail_outbox", "content is null and sent_at is not null")).isOne();
  }

  @StoreTest
  void where_the_installation_has_a_name_a_mail_has_it_too(Store store) throws Exception {
    var node = node(store);
    var none = Brand.NONE;
    var name = Optional.of("Hafen");
    var brand = new Brand(name, none.logo(), none.theme(), none.links(), Map.of(), Map.of());
    node.looks(brand);
    node.add(mail("alice@example.org"));
    node.send();
    assertThat(received().get(0).getSubject()).isEqualTo("Testnachricht von Hafen");
  }

  @StoreTest
  void what_a_mail_says_is_sealed_while_it_waits(Store store) {
    node(store).add(mail("alice@example.org"));
    var content = text(store, "content");
    assertThat(content).doesNotContain("a-secret-token").doesNotContain("Testnachricht");
  }

  @StoreTest
  void whoever_changes_the_recipient_in_the_table_gets_no_mail(Store store)
      throws MessagingException {
    var node = node(store);
    node.add(mail("alice@example.org"));
    store.sql("update mail_outbox set recipient = 'mallory@example.org'");
    node.send();
    assertThat(received().get(0).getAllRecipients())
        .containsExactly(new InternetAddress("alice@example.org"));
  }

  @StoreTest
  void a_deed_that_is_undone_sends_nothing(Store store) {
    var node = node(store);
    assertThatThrownBy(
            () ->
                store.run(
                    () -> {
                      node.outbox.add(mail("alice@example.org"));
                      throw new IllegalStateException("a fault");
                    }))
        .hasMessageContaining("a fault");
    node.send();
    assertThat(received()).isEmpty();
    assertThatThrownBy(() -> node.outbox.add(mail("alice@example.org")))
        .hasMessageContaining("outside a transaction");
  }

  @StoreTest
  void without_a_mail_server_nothing_is_written(Store store) {
    var node = new MailNode(store, clock, Map.of());
    assertThat(node.outbox.isAvailable()).isFalse();
    assertThat(node.add(mail("alice@example.org"))).isFalse();
    assertThat(store.count("mail_outbox", "1 = 1")).isZero();
  }

  @StoreTest
  void of_nodes_that_race_for_mails_one_sends_each(Store store) {
    var node = node(store);
    for (var i = 0; i < 20; i++) {
      node.add(mail("p" + i + "@example.org"));
    }
    Race.of(
        4,
        () -> {
          sendPatiently(node(store));
          return true;
        });
    sendPatiently(node);
    assertThat(received()).hasSize(20);
    assertThat(ids()).doesNotHaveDuplicates();
  }

  // A busy machine may keep one waiting for a row.
  private static void sendPatiently(MailNode node) {
    Race.unlessKeptWaiting(
        () -> {
          node.send();
          return true;
        });
  }

  @StoreTest
  void a_mail_that_another_node_sends_is_left_alone_while_that_lives(Store store) {
    var first = node(store);
    first.add(mail("alice@example.org"));
    var claimed = first.rows.claim(clock.instant()).orElseThrow();
    for (var i = 0; i < 10; i++) {
      clock.advance(Duration.ofSeconds(50));
      first.rows.keep(claimed, clock.instant());
      node(store).send();
    }
    assertThat(received()).isEmpty();
  }

  @StoreTest
  void a_node_that_dies_before_it_notes_a_mail_has_it_sent_again_by_the_same_name(Store store)
      throws Exception {
    var dying = node(store);
    dying.add(mail("alice@example.org"));
    var claimed = dying.rows.claim(clock.instant()).orElseThrow();
    var content = dying.outbox.seal.open(Purpose.MAIL, claimed.row().content().orElseThrow());
    dying
        .transport()
        .send(
            new OutgoingMail(
                claimed.row().messageId(),
                MailFrom.parse("accounts@id.test"),
                NOW,
                Locale.GERMAN,
                MailContent.read(content.orElseThrow())));

    clock.advance(Duration.ofSeconds(59));
    node(store).send();
    assertThat(received()).hasSize(1);
    clock.advance(Duration.ofSeconds(2));
    node(store).send();
    node(store).send();

    assertThat(received()).hasSize(2);
    assertThat(ids().get(0)).isEqualTo(ids().get(1));
  }

  @StoreTest
  void a_late_note_of_a_dead_node_s_heir_does_not_undo_what_was_sent(Store store) {
    var first = node(store);
    first.add(mail("alice@example.org"));
    var lost = first.rows.claim(clock.instant()).orElseThrow();
    clock.advance(Duration.ofMinutes(2));
    node(store).send();
    first.rows.retry(lost, clock.instant(), "too late");
    first.rows.giveUp(lost, clock.instant(), "too late");
    assertThat(store.count("mail_outbox", "sent_at is not null and next_try is null")).isOne();
    assertThat(store.count("mail_outbox", "failed_at is not null")).isZero();
  }

  @StoreTest
  void mails_are_swept_after_a_week(Store store) {
    var node = node(store);
    node.add(mail("alice@example.org"));
    node.send();
    assertThat(sweep(node, Duration.ofDays(7))).isZero();
    assertThat(sweep(node, Duration.ofDays(9))).isOne();
  }

  private static int sweep(MailNode node, Duration after) {
    return node.store.inTransaction(() -> node.rows.sweep(NOW.plus(after), 100));
  }

  private MailNode node(Store store) {
    return new MailNode(store, clock, mails.getSmtp().getPort());
  }

  private List<MimeMessage> received() {
    return List.of(mails.getReceivedMessages());
  }

  private List<String> ids() {
    return Arrays.stream(mails.getReceivedMessages()).map(OutboxTest::id).toList();
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Store store, String column) {
    var query = "select " + column + " from mail_outbox";
    return store.inTransaction(
        () -> String.valueOf(store.em().createNativeQuery(query).getSingleResult()));
  }

  private static Mail mail(String to) {
    return new Mail(
        MailAddress.of(to), Locale.GERMAN, "test", Map.of("link", LINK), Optional.empty());
  }
}
