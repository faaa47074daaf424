package org.sallyport.person.profile;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a claim, such as {@code family_name#ja-Kana-JP}: what is claimed, and the language
 * and script of its value (OpenID Connect Core §5.2).
 *
 * @param claim the name without a language
 * @param language a tag (RFC 5646 §2.1); none of a value in the usual language
 */
record ClaimName(String claim, Optional<String> language) {
  private static final char MARK = '#';

  // Eight subtags, which is more than any registered language has.
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,7}");

  /** The parts of a name; one with a malformed language is a name as a whole. */
  static ClaimName parse(String name) {
    var mark = name.indexOf(MARK);
    return mark > 0 && isLanguage(name.substring(mark + 1))
        ? new ClaimName(name.substring(0, mark), Optional.of(name.substring(mark + 1)))
        : new ClaimName(name, Optional.empty());
  }

  /** Whether this has the form of a language tag. */
  static boolean isLanguage(String tag) {
    return TAG.matcher(tag).matches();
  }

  /** The name as it is written. */
  @Override
  public String toString() {
    return claim + language.map(tag -> MARK + tag).orElse("");
  }
}
