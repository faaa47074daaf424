package org.sallyport.platform.branding;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sallyport.platform.config.SpellingSuggestion;
import org.sallyport.platform.page.Brand;
import org.sallyport.platform.page.TextFolder;
import org.sallyport.platform.page.Texts;

/**
 * The words of pages that an installation has instead of ours: in a directory, {@code
 * texts_en.properties} and so on, with the keys to change alone.
 */
final class OwnTexts {
  private static final TextFolder FOLDER = new TextFolder(BrandingSettings.TEXTS, 100_000);
  private static final int LONGEST = 1_000;

  private OwnTexts() {}

  /** What is in the files of this directory; refuses what could not stand for ours. */
  static Map<Locale, Map<String, String>> in(Path directory) {
    var all = new HashMap<Locale, Map<String, String>>();
    for (var file : FOLDER.files(directory)) {
      var name = String.valueOf(file.getFileName());
      var language = Texts.LANGUAGES.stream().filter(l -> file(l).equals(name)).findFirst();
      if (language.isPresent()) {
        all.put(language.get(), read(file, Brand.NONE.in(language.get())));
      } else if (name.endsWith(".properties")) {
        var known = Texts.LANGUAGES.stream().map(OwnTexts::file).toList();
        throw FOLDER.wrong(
            file, "no page has a file of this name", SpellingSuggestion.hint(name, known));
      }
    }
    return all;
  }

  private static String file(Locale language) {
    return "texts_" + language.toLanguageTag() + ".properties";
  }

  private static Map<String, String> read(Path file, Texts ours) {
    var own = FOLDER.properties(file);
    own.forEach(
        (key, text) -> {
          if (!ours.has(key)) {
            var hint = SpellingSuggestion.hint(key, ours.keys());
            throw FOLDER.wrong(file, "no page has the text " + key, hint);
          }
          requireFit(file, key, text, ours);
        });
    return own;
  }

  private static void requireFit(Path file, String key, String text, Texts ours) {
    var place = key + ": ";
    if (text.isBlank() || text.length() > LONGEST) {
      throw FOLDER.wrong(file, place + "it is empty, or too long", "write 1 to 1000 characters");
    }
    if (text.indexOf('\'') >= 0) {
      throw FOLDER.wrong(file, place + "it has the sign '", "write ’");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw FOLDER.wrong(file, place + "it has a control character", "write one line of text");
    }
    var most = places(ours.text(key));
    if (places(file, place, text) > most || (most == 0 && text.indexOf('{') >= 0)) {
      var known = most == 0 ? "write it without braces" : "there are {0} to {" + (most - 1) + "}";
      throw FOLDER.wrong(file, place + "it has a value that there is not", known);
    }
  }

  private static int places(Path file, String place, String text) {
    try {
      return places(text);
    } catch (IllegalArgumentException e) {
      throw FOLDER.wrong(file, place + "its braces are not right", "write values like {0}");
    }
  }

  private static int places(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }
}
