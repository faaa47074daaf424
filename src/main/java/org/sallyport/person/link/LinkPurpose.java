package org.sallyport.person.link;

import java.time.Duration;

/** What a link in a mail is for; each person has one live link of each purpose at most. */
public enum LinkPurpose {
  /** To choose a new password after the old one was forgotten. */
  RESET("reset", Duration.ofMinutes(30)),
  /** To choose the first password of an account that somebody else has made. */
  INVITATION("invitation", Duration.ofDays(7));

  private final String stored;
  private final Duration lifetime;

  LinkPurpose(String stored, Duration lifetime) {
    this.stored = stored;
    this.lifetime = lifetime;
  }

  /** How long a link is good. */
  public Duration lifetime() {
    return lifetime;
  }

  /** Its name in the database. */
  String stored() {
    return stored;
  }
}
