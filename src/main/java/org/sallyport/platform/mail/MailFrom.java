package org.sallyport.platform.mail;

import java.util.regex.Pattern;

/**
 * Whom mail comes from.
 *
 * @param name what mail programs show; may be empty
 */
public record MailFrom(String name, MailAddress address) {
  private static final int LONGEST_NAME = 100;
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  public MailFrom {
    if (name.length() > LONGEST_NAME || INVISIBLE.matcher(name).find()) {
      throw new IllegalArgumentException(
          "the name has more than %d characters, or one that does not show"
              .formatted(LONGEST_NAME));
    }
  }

  /** Written {@code Name <address>}, or as the address alone; refuses anything else. */
  public static MailFrom parse(String text) {
    var written = text.strip();
    var begin = written.lastIndexOf('<');
    if (begin < 0 || !written.endsWith(">")) {
      return new MailFrom("", MailAddress.of(written));
    }
    var before = written.substring(0, begin).strip();
    var quoted = QUOTED.matcher(before);
    var name = quoted.matches() ? quoted.group(1) : before;
    return new MailFrom(name, MailAddress.of(written.substring(begin + 1, written.length() - 1)));
  }
}
