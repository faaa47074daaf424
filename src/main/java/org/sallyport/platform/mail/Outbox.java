package org.sallyport.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.ServerSeal;
import org.sallyport.platform.page.Branding;

/**
 * Where features put their mails. A mail is a row of the transaction of the deed, so it is sent if
 * and only if that commits; {@link MailSender} sends it soon after.
 */
@ApplicationScoped
public class Outbox {
  @Inject EntityManager em;
  @Inject MailServer server;
  @Inject MailSettings mail;
  @Inject Branding branding;
  @Inject Settings settings;
  @Inject ServerSeal seal;
  @Inject Clock clock;
  @Inject Event<MailWritten> written;

  /** Whether mail is sent at all; pages hide what needs it if not. */
  public boolean isAvailable() {
    return server.transport().isPresent();
  }

  /**
   * Adds a mail in the transaction of the caller, and refuses to work outside of one.
   *
   * @return false if mail is off; nothing is written then
   * @throws IllegalArgumentException if there is no such kind, a value is missing, or the link
   *     leads to another server; a fault of the feature
   */
  public boolean add(Mail wanted) {
    if (!isAvailable()) {
      return false;
    }
    var content = mail.texts().content(named(wanted), settings.issuer());
    var sealed = seal.seal(Purpose.MAIL, content.bytes());
    var id = "<" + Secrets.token() + "@" + mail.from().address().domain() + ">";
    em.persist(new OutboxRow(id, wanted, sealed, clock.instant()));
    written.fire(new MailWritten());
    return true;
  }

  // Where the installation has a name, mails speak of that instead of the host.
  private Mail named(Mail mail) {
    var name = branding.brand().name();
    return name.map(n -> mail.with(MailTexts.SITE, n)).orElse(mail);
  }

  /**
   * Told as a CDI event in the transaction that writes a mail, which may be sent once it commits.
   */
  record MailWritten() {}
}
