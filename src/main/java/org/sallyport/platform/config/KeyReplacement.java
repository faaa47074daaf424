package org.sallyport.platform.config;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/**
 * Keys of the server that are void, as after a leak: those of some kind that were made before a
 * time, so that it means the same however often it is read, and by however many nodes.
 *
 * @param which their kind, as an operator names it
 */
public record KeyReplacement(String which, Instant madeBefore) {

  /** Those of this text, with spaces between them; refuses what is not written like {@code X@T}. */
  static List<KeyReplacement> parse(String place, String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .filter(part -> !part.isEmpty())
        .map(part -> one(place, part))
        .toList();
  }

  private static KeyReplacement one(String place, String part) {
    var at = part.indexOf('@');
    try {
      return new KeyReplacement(
          part.substring(0, Math.max(0, at)), Instant.parse(part.substring(at + 1)));
    } catch (DateTimeParseException e) {
      throw new ConfigurationException(
          place,
          "'" + part + "' has no time",
          "write which keys are void and before when they were made, like all@2026-03-01T12:00:00Z");
    }
  }
}
