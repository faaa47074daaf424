package org.sallyport.platform.mail;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mail to one person, as a feature asks for it.
 *
 * @param language the language of the person; another than those of the pages becomes English
 * @param kind which texts it has: {@code KIND.subject} and {@code KIND.text} in the bundles {@code
 *     org/sallyport/mail}
 * @param values what stands in their places, by name: plain text. The value of {@code link} is a
 *     URL of this server; {@code site}, the name of the installation or else the host, need not be
 *     given
 * @param usefulUntil when it would be of no use any more, such as when its link expires: it is not
 *     sent after that
 */
public record Mail(
    MailAddress to,
    Locale language,
    String kind,
    Map<String, String> values,
    Optional<Instant> usefulUntil) {
  public Mail {
    values = Map.copyOf(values);
  }

  /** The same with a value more, unless it has one of this name. */
  Mail with(String name, String value) {
    var all = new HashMap<>(values);
    all.putIfAbsent(name, value);
    return new Mail(to, language, kind, all, usefulUntil);
  }

  /** Without the values, among which may be a link that is a secret. */
  @Override
  public String toString() {
    return "Mail[" + kind + "]";
  }
}
