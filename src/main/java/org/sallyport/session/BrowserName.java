package org.sallyport.session;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@code User-Agent} tells its owner of a browser (RFC 9110 §10.1.5): its name and the
 * system, as far as they are common ones. Anybody may send anything, so it proves nothing.
 *
 * @param browser such as {@code Firefox}; none if it is not known
 * @param system such as {@code Windows}; none if it is not known
 */
public record BrowserName(Optional<String> browser, Optional<String> system) {

  // The first that fits: most name those before them, too.
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("SamsungBrowser/", "Samsung Internet"),
          new Mark("Vivaldi/", "Vivaldi"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("CriOS/", "Chrome"),
          new Mark("Chromium/", "Chromium"),
          new Mark("HeadlessChrome/", "Chrome"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"));
  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("Android", "Android"),
          new Mark("iPhone", "iPhone"),
          new Mark("iPad", "iPad"),
          new Mark("Windows", "Windows"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Mac OS X", "macOS"),
          new Mark("Linux", "Linux"));

  private record Mark(String text, String name) {}

  /** What this header says. */
  public static BrowserName of(String userAgent) {
    return new BrowserName(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
  }

  /** Both in one line, such as {@code Firefox, Windows}; empty if neither is known. */
  public String line() {
    return Stream.of(browser, system).flatMap(Optional::stream).collect(Collectors.joining(", "));
  }

  private static Optional<String> first(List<Mark> marks, String userAgent) {
    return marks.stream().filter(m -> userAgent.contains(m.text())).map(Mark::name).findFirst();
  }
}
