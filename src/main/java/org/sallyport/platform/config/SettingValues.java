package org.sallyport.platform.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.sallyport.protocol.address.AddressRange;

/** Reads the texts of settings, and says what is wrong with them. */
final class SettingValues {
  private SettingValues() {}

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

  static boolean bool(String place, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new ConfigurationException(
          place, "'" + text + "' is neither true nor false", "write one of them");
    }
    return text.equals("true");
  }

  static Path path(String place, String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new ConfigurationException(place, "'" + text + "' is not a path", "name a file");
    }
  }

  /** The certificates of a PEM file; refuses a file without any. */
  static List<X509Certificate> certificates(String place, String text) {
    try {
      var file = new ByteArrayInputStream(TextFile.bytes(path(place, text)));
      var all =
          CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!all.isEmpty()) {
        return all;
      }
    } catch (IOException | CertificateException e) {
      throw noCertificates(place, text);
    }
    throw noCertificates(place, text);
  }

  private static ConfigurationException noCertificates(String place, String text) {
    return new ConfigurationException(
        place, "'" + text + "' is no file of certificates", "name a readable file in PEM");
  }

  /** Ranges of addresses, with commas or spaces between them. */
  static List<AddressRange> ranges(String place, String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .filter(part -> !part.isEmpty())
        .map(part -> range(place, part))
        .toList();
  }

  private static AddressRange range(String place, String text) {
    return AddressRange.parse(text)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    place,
                    "'" + text + "' is no address and no CIDR",
                    "write it like 10.0.0.7, 10.0.0.0/8 or fd00::/8"));
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
