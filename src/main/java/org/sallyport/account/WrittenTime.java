package org.sallyport.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;

/** Moments as people read them: date and time in the words of their language, in their zone. */
final class WrittenTime {
  private final DateTimeFormatter format;

  WrittenTime(Locale locale, ZoneId zone) {
    var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    format =
        new DateTimeFormatterBuilder()
            .append(time)
            .appendLiteral(' ')
            .appendZoneText(TextStyle.SHORT)
            .toFormatter(locale)
            .withZone(zone);
  }

  /** A moment, such as {@code 30 Nov 2026, 14:05 UTC}. */
  String of(Instant at) {
    return format.format(at);
  }
}
