package org.sallyport.person;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Why an account may not be used; the log and the audit have the name in lower case. */
public enum DisabledReason {
  /** Its entry is no longer in the file. */
  LEFT,
  /** Its time is over, which {@code expires_at} has set. */
  EXPIRED,
  /** Its entry says {@code "enabled": false}. */
  CONFIGURATION;

  /** Why this person may not sign in at this time; none if they may. */
  public static Optional<DisabledReason> of(Person person, Instant now) {
    if (person.enabled()) {
      return Optional.empty();
    }
    if (person.leftAt().isPresent()) {
      return Optional.of(LEFT);
    }
    var isOver = person.account().expiresAt().filter(end -> !end.isAfter(now)).isPresent();
    return Optional.of(isOver ? EXPIRED : CONFIGURATION);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
