package org.sallyport.platform.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sallyport.platform.config.SpellingSuggestion;
import org.sallyport.platform.page.TextFolder;
import org.sallyport.platform.page.Texts;

/** The texts that an installation has instead of those of the WAR, in files of the same names. */
final class ReplacedTexts {
  // Of each mail there are two texts, and its row has room for some 70,000 bytes.
  private static final TextFolder FOLDER = new TextFolder(MailSettings.TEMPLATES, 20_000);

  private final MailTexts ours = MailTexts.ofWar();
  private final Map<Locale, Map<String, String>> texts = new HashMap<>(ours.texts());
  private String frame = ours.frame();

  private ReplacedTexts() {}

  /** All texts, some of them from this directory; refuses what could not stand for ours. */
  static MailTexts in(Path directory) {
    var replaced = new ReplacedTexts();
    FOLDER.files(directory).forEach(replaced::read);
    return new MailTexts(replaced.texts, replaced.frame);
  }

  private void read(Path file) {
    var name = String.valueOf(file.getFileName());
    var language = Texts.LANGUAGES.stream().filter(l -> MailTexts.file(l).equals(name)).findFirst();
    if (language.isPresent()) {
      texts.put(language.get(), changed(language.get(), file));
    } else if (name.equals(MailTexts.FRAME)) {
      frame = checkedFrame(file);
    } else if (name.endsWith(".properties") || name.endsWith(".html")) {
      throw FOLDER.wrong(
          file, "no mail has a file of this name", SpellingSuggestion.hint(name, known()));
    }
  }

  private Map<String, String> changed(Locale language, Path file) {
    var changed = new HashMap<>(ours.in(language));
    FOLDER
        .properties(file)
        .forEach(
            (key, text) -> {
              if (!changed.containsKey(key)) {
                var hint = SpellingSuggestion.hint(key, ours.in(language).keySet());
                throw FOLDER.wrong(file, "no mail has " + key, hint);
              }
              requireFit(file, key, text);
              changed.put(key, text);
            });
    return changed;
  }

  // It has the values that the feature gives, and its link, without which the mail is of no use.
  private void requireFit(Path file, String key, String text) {
    var known = ours.template(Texts.LANGUAGES.get(0), key).names();
    var template = new MailTemplate(text);
    template.wrong().ifPresent(what -> refuse(file, key, what));
    var unknown = new ArrayList<>(template.names());
    unknown.removeAll(known);
    unknown.remove(MailTexts.SITE);
    if (!unknown.isEmpty()) {
      refuse(file, key, "there is no value {" + unknown.get(0) + "}");
    }
    if (known.contains(MailTemplate.LINK) && !template.names().contains(MailTemplate.LINK)) {
      refuse(file, key, "it has no {link}");
    }
    if (text.isBlank()) {
      refuse(file, key, "it is empty");
    }
  }

  private static String checkedFrame(Path file) {
    var text = FOLDER.text(file);
    if (!text.contains(MailTexts.BODY)) {
      throw FOLDER.wrong(
          file, "it has no " + MailTexts.BODY, "write it where the text of the mail goes");
    }
    return text;
  }

  private static List<String> known() {
    var names = new ArrayList<>(Texts.LANGUAGES.stream().map(MailTexts::file).toList());
    names.add(MailTexts.FRAME);
    return names;
  }

  private static void refuse(Path file, String key, String what) {
    throw FOLDER.wrong(
        file, key + ": " + what, "the operations guide lists the values of each text");
  }
}
