package org.sallyport.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/**
 * Sends a mail at start to the address in {@code mail.test-to}, by the same way as all others. The
 * log says what became of it.
 */
@ApplicationScoped
public class TestMail implements StartStep {
  /** Its kind. */
  static final String KIND = "test";

  private static final Duration USEFUL = Duration.ofHours(1);

  @Inject Outbox outbox;
  @Inject MailSettings mail;
  @Inject Settings settings;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public Stage stage() {
    return Stage.BACKGROUND;
  }

  @Override
  public void start() {
    mail.testTo().ifPresent(to -> transactions.inNew(() -> outbox.add(to(to))));
  }

  private Mail to(MailAddress address) {
    var link = Map.of(MailTemplate.LINK, settings.issuer() + "/");
    return new Mail(address, Locale.ENGLISH, KIND, link, Optional.of(clock.instant().plus(USEFUL)));
  }
}
