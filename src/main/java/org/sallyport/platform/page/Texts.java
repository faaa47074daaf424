package org.sallyport.platform.page;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.sallyport.platform.audit.CaseNumber;

/**
 * The words of the pages in one language: from the bundles {@code org/sallyport/texts}, or the
 * installation's own. {@link Brand#in} makes them.
 */
public record Texts(Locale locale, Brand brand) {
  /** The languages there are words in; the first is spoken where none of them is asked for. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"));

  private static final String BUNDLE = "org.sallyport.texts";
  private static final List<String> FROM_THE_RIGHT = List.of("ar", "fa", "he", "ur");

  /** The words of this key; the values stand in the places {0}, {1}, … */
  public String text(String key, Object... values) {
    var words = brand.text(locale, key).orElseGet(() -> bundle().getString(key));
    return values.length == 0 ? words : new MessageFormat(words, locale).format(values);
  }

  /** The line that tells under which number the log has a refusal, and when it was. */
  public String caseLine(CaseNumber number, Instant at) {
    return text("error.case", number.value(), at.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** Whether there are words of this key. */
  public boolean has(String key) {
    return bundle().containsKey(key);
  }

  /** All keys there are. */
  public Set<String> keys() {
    return bundle().keySet();
  }

  /** The reading direction, for the attribute {@code dir}. */
  public String dir() {
    return dir(locale);
  }

  /** The notice on the sign-in page; empty if there is none. */
  public String notice() {
    return brand.notice(locale);
  }

  /** The reading direction of a language, for the attribute {@code dir}. */
  public static String dir(Locale language) {
    return FROM_THE_RIGHT.contains(language.getLanguage()) ? "rtl" : "ltr";
  }

  // Without a fallback to the machine's own language.
  private ResourceBundle bundle() {
    var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), control);
  }
}
