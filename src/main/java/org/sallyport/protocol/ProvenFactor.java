package org.sallyport.protocol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that proved who a person is, and when.
 *
 * @param methods what RFC 8176 §2 calls it: at least one name, such as {@code pwd}
 * @param at when, whole seconds
 */
public record ProvenFactor(List<String> methods, Instant at) {
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9]{1,20}(?:[+][a-z0-9]{1,20}){0,4})@([0-9]{1,12})");

  public ProvenFactor {
    methods = List.copyOf(methods);
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** A password (RFC 8176 §2: {@code pwd}). */
  public static ProvenFactor password(Instant at) {
    return new ProvenFactor(List.of("pwd"), at);
  }

  /** The factor that {@link #toString} has written, if this is one. */
  static Optional<ProvenFactor> parse(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new ProvenFactor(
                List.of(form.group(1).split("[+]")),
                Instant.ofEpochSecond(Long.parseLong(form.group(2)))))
        : Optional.empty();
  }

  /** As it is stored: the names, joined by plus signs, an at sign, and the seconds of the epoch. */
  @Override
  public String toString() {
    return String.join("+", methods) + '@' + at.getEpochSecond();
  }
}
