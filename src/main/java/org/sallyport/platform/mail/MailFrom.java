package org.sallyport.platform.mail;

import java.util.regex.Pattern;

/**
 * Whom mail comes from.
 *
 * @param name what mail programs show; may be empty
 */
public record MailFrom(String name, MailAddress address) {
  private static final int LONGEST_NAME = 100;
  private static final Pattern NAMED = Pattern.compile("(.*?)\\s*<([^<>]*)>");
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
    var named = NAMED.matcher(text.strip());
    if (!named.matches()) {
      return new MailFrom("", MailAddress.of(text.strip()));
    }
    var quoted = QUOTED.matcher(named.group(1));
    var name = quoted.matches() ? quoted.group(1) : named.group(1);
    return new MailFrom(name, MailAddress.of(named.group(2)));
  }
}
