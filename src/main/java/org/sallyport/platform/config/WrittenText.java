package org.sallyport.platform.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sallyport.protocol.LocalizedText;

/**
 * A text as the configuration has it: {@code client_name} and, in other languages, {@code
 * client_name#de} (RFC 7591 §2.2).
 */
public record WrittenText(String text, Map<String, String> byLanguage) implements LocalizedText {
  private static final int LONGEST = 1_000;

  public WrittenText {
    byLanguage = Map.copyOf(byLanguage);
  }

  /** The text at a key and at its siblings with a language tag. */
  public static Optional<LocalizedText> read(ConfigValue node, String name) {
    var text = node.child(name).map(WrittenText::shown);
    var byLanguage = new LinkedHashMap<String, String>();
    node.names().stream()
        .filter(n -> n.startsWith(name + "#"))
        .forEach(n -> byLanguage.put(tag(n), node.child(n).map(WrittenText::shown).orElseThrow()));
    return text.map(t -> new WrittenText(t, byLanguage));
  }

  @Override
  public String in(Locale language) {
    var exact = byLanguage.get(language.toLanguageTag().toLowerCase(Locale.ROOT));
    return exact != null ? exact : byLanguage.getOrDefault(language.getLanguage(), text);
  }

  /** The text at this node; refuses what could show as something else than it is. */
  public static String shown(ConfigValue node) {
    var text = node.text().strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw node.wrong("must have 1 to " + LONGEST + " characters", "shorten it");
    }
    if (text.codePoints().anyMatch(WrittenText::invisible)) {
      throw node.wrong("has a character that does not show", "write plain text");
    }
    return text;
  }

  // Control characters, and those that reorder or hide their neighbours.
  private static boolean invisible(int c) {
    var type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String tag(String key) {
    return key.substring(key.indexOf('#') + 1).toLowerCase(Locale.ROOT);
  }
}
