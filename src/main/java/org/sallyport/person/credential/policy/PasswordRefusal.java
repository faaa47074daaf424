package org.sallyport.person.credential.policy;

/**
 * Why a password was not taken.
 *
 * @param limit the number of characters that the reason speaks of, or 0
 */
public record PasswordRefusal(Reason reason, int limit) {
  /** What the keys of all these sentences begin with. */
  public static final String KEYS = "password.refused.";

  /** The reasons there are. */
  public enum Reason {
    /** It has fewer characters than a password needs. */
    TOO_SHORT("too-short"),
    /** It has more characters than a password may have. */
    TOO_LONG("too-long"),
    /** It is one of those that are tried first. */
    COMMON("common"),
    /** It is something short, time and again. */
    REPEATED("repeated"),
    /** It is a row of letters, digits or keys, and little else. */
    SEQUENCE("sequence"),
    /** It is made of what is known of the person or of this server, and little else. */
    OWN_WORDS("own-words"),
    /** It is in the file of passwords that were stolen elsewhere. */
    BREACHED("breached"),
    /** It is the one that the person has already. */
    UNCHANGED("unchanged"),
    /** Another one was chosen meanwhile. */
    OUTDATED("outdated");

    private final String key;

    Reason(String key) {
      this.key = key;
    }
  }

  /** The key of the sentence that says it to a person; {0} in it is the limit. */
  public String key() {
    return KEYS + reason.key;
  }
}
