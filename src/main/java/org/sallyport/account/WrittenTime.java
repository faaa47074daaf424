package org.sallyport.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Moments as people read them: date and time in the words of their language, in UTC, since the
 * server does not know where they are.
 */
record WrittenTime(Locale locale) {

  /** A moment, such as {@code 30 Nov 2026, 14:05 UTC}. */
  String of(Instant at) {
    var form = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    return form.withLocale(locale).withZone(ZoneOffset.UTC).format(at) + " UTC";
  }
}
