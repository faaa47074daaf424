package org.sallyport.platform.mail;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.OneKey;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.persistence.Store;

/** All that sends mail on one node, wired by hand: it sends when a test says so. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class MailNode {
  final Store store;
  final Outbox outbox = new Outbox();
  final OutboxRows rows = new OutboxRows();
  final MailRounds rounds = new MailRounds();
  final MailHealth health = new MailHealth();
  final MailServer server = new MailServer();

  /** A node that sends to the mail server at this loopback port. */
  MailNode(Store store, Clock clock, int port) {
    this(store, clock, Map.of("mail.host", "127.0.0.1", "mail.port", "" + port));
  }

  /** From now on its installation looks like this. */
  void looks(Brand brand) {
    outbox.branding = () -> brand;
  }

  /** A node with these settings. */
  MailNode(Store store, Clock clock, Map<String, String> written) {
    this.store = store;
    var all = new HashMap<String, String>();
    if (written.containsKey("mail.host")) {
      all.put("mail.from", "Accounts <accounts@id.test>");
      all.put("mail.security", "none");
      all.put("mail.connect-timeout", "PT1S");
      all.put("mail.answer-timeout", "PT2S");
    }
    all.putAll(written);
    var mail = TestSettings.read(new MailSettings(), all);
    server.settings = mail;
    server.all = TestSettings.standard();
    rows.em = store.em();
    rows.transactions = store.transactions();
    health.server = server;
    health.clock = clock;
    outbox.em = store.em();
    outbox.server = server;
    outbox.mail = mail;
    outbox.branding = () -> Brand.NONE;
    outbox.settings = server.all;
    outbox.seal = new OneKey();
    outbox.clock = clock;
    outbox.written = events();
    rounds.rows = rows;
    rounds.server = server;
    rounds.settings = mail;
    rounds.health = health;
    rounds.seal = outbox.seal;
    rounds.clock = clock;
  }

  /** Adds a mail, committed. */
  boolean add(Mail mail) {
    return store.inTransaction(() -> outbox.add(mail));
  }

  /** Sends what is due. */
  void send() {
    rounds.run(transport());
  }

  MailTransport transport() {
    return server.transport().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Event<Outbox.MailWritten> events() {
    return (Event<Outbox.MailWritten>)
        Proxy.newProxyInstance(
            MailNode.class.getClassLoader(), new Class<?>[] {Event.class}, (p, m, a) -> null);
  }
}
