package org.sallyport.person.link;

import java.time.Duration;

/** What a link in a mail is for; each person has one live link of each purpose at most. */
public enum LinkPurpose {
  /** To choose a new password after the old one was forgotten. */
  RESET("reset", Duration.ofMinutes(30)),
  /** To choose the first password of an account that somebody else has made. */
  INVITATION("invitation", Duration.ofDays(7));

  private final String word;
  private final Duration lifetime;

  LinkPurpose(String word, Duration lifetime) {
    this.word = word;
    this.lifetime = lifetime;
  }

  /** How long a link is good. */
  public Duration lifetime() {
    return lifetime;
  }

  /** Its word: in the database, as the path of its page, and as the kind of its mail. */
  public String word() {
    return word;
  }
}
