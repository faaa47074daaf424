package org.sallyport.platform.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads the texts of settings, and says what is wrong with them. */
final class Values {
  private Values() {}

  static Duration duration(String place, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new ConfigurationException(
          place, "'" + text + "' is not a duration", "write it like PT30S, PT5M, PT12H or P30D");
    }
  }

  static int number(String place, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ConfigurationException(
          place, "'" + text + "' is not a whole number", "write digits only");
    }
  }

  static Path path(String place, String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new ConfigurationException(place, "'" + text + "' is not a path", "name a file");
    }
  }

  /** The number itself; refuses one outside the bounds. */
  static int within(String place, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ConfigurationException(
          place, value + " is out of bounds", "choose between " + least + " and " + most);
    }
    return value;
  }

  /** The duration itself; refuses one outside the bounds. */
  static Duration within(String place, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new ConfigurationException(
          place, value + " is out of bounds", "choose between " + least + " and " + most);
    }
    return value;
  }
}
