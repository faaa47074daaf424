package org.sallyport.person.link;

import java.time.Duration;

/**
 * What a link in a mail is for. Each person has one live link of each purpose at most; but as many
 * as there were changes of those that undo one, which nothing but another one of these voids.
 */
public enum LinkPurpose {
  /** To choose a new password after the old one was forgotten. */
  RESET("reset", Duration.ofMinutes(30)),
  /** To choose the first password of an account that somebody else has made. */
  INVITATION("invitation", Duration.ofDays(7)),
  /** To choose the password of an account that a person registers for themselves. */
  REGISTRATION("registration", Duration.ofDays(1)),
  /** To confirm the address that an account has. */
  VERIFICATION("verification", Duration.ofDays(1)),
  /** To give an account another address, by whoever reads its mail. */
  EMAIL_CHANGE("email-change", Duration.ofDays(1)),
  /** To undo the change of an address, by whoever reads the mail of the one before. */
  NOT_ME("not-me", Duration.ofDays(7));

  private final String word;
  private final Duration lifetime;

  LinkPurpose(String word, Duration lifetime) {
    this.word = word;
    this.lifetime = lifetime;
  }

  /** Whether it undoes what somebody may have done who has got hold of the account. */
  boolean undoes() {
    return this == NOT_ME;
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
