package org.sallyport.platform.mail;

import java.io.Serial;
import java.util.regex.Pattern;

/** Why a mail was not taken by the mail server. */
public final class MailFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private static final int LONGEST = 300;
  // A filter against spam may repeat the address of a link, which is a secret.
  private static final Pattern SECRET = Pattern.compile("\\S*(?:://|[A-Za-z0-9_-]{24})\\S*");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private final Kind kind;

  /**
   * A failure of this kind.
   *
   * @param answer what the mail server or the library said; links and the like are left out
   */
  public MailFailure(Kind kind, String answer) {
    super(shortened(answer), null, false, false);
    this.kind = kind;
  }

  /** What it means for the mail. */
  public Kind kind() {
    return kind;
  }

  /** The reason, in one line of 300 characters at most, without secrets. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  static String shortened(String answer) {
    var plain = CONTROL.matcher(answer).replaceAll(" ");
    var told = SECRET.matcher(plain).replaceAll("…").strip();
    return told.length() <= LONGEST ? told : told.substring(0, LONGEST - 1) + "…";
  }

  /** What a failure means. */
  public enum Kind {
    /** The mail server is away, or takes no mail from us: any other mail would fail too. */
    SERVER,
    /** It did not take this mail now. */
    LATER,
    /** It will never take this mail: there is no such address. */
    REFUSED
  }
}
