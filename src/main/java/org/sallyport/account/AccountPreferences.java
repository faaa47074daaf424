package org.sallyport.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.sallyport.person.People;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.PreferencesChanged;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.Subject;

/** Keeps in which language and time zone a person wants to be spoken to. */
@ApplicationScoped
class AccountPreferences {
  @Inject People people;
  @Inject Audit audit;
  @Inject Clock clock;

  /** Keeps both, for pages of this account, mails, and the claims of the same meaning. */
  @Transactional
  void choose(Subject subject, Locale language, ZoneId zone) {
    people
        .locked(subject)
        .ifPresent(
            person -> {
              person.prefer(language, zone, clock.instant());
              audit.record(new PreferencesChanged(subject));
            });
  }
}
