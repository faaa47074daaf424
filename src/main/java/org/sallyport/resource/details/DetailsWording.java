package org.sallyport.resource.details;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.WrittenText;
import org.sallyport.protocol.LocalizedText;

/**
 * How people are told of authorization details of one type.
 *
 * @param text what one of them asks for, in a sentence with members in braces, if there is one
 * @param sensitive whether it deserves a second look
 * @param members what its members are called
 */
public record DetailsWording(
    LocalizedText title,
    Optional<LocalizedText> description,
    Optional<LocalizedText> text,
    boolean sensitive,
    MemberTitles members) {
  private static final Pattern PLACES = Pattern.compile("(?:[^{}]|\\{[^{}]+})*+");

  /** The wording at this node, of a type with this schema. */
  static DetailsWording read(ConfigValue node, ConfigValue schema) {
    return new DetailsWording(
        WrittenText.read(node, "title")
            .orElseThrow(() -> node.missing("title", "say on the consent page what it allows")),
        WrittenText.read(node, "description"),
        sentence(node),
        node.bool("sensitive").orElse(false),
        MemberTitles.read(schema));
  }

  private static Optional<LocalizedText> sentence(ConfigValue node) {
    for (var name : node.names()) {
      var isText = name.equals("text") || name.startsWith("text#");
      var words = isText ? node.child(name).map(WrittenText::shown).orElse("") : "";
      if (!PLACES.matcher(words).matches()) {
        throw node.wrong("has a brace in " + name + " that names no member", "write {member}");
      }
    }
    return WrittenText.read(node, "text");
  }
}
