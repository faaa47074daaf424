package org.sallyport.platform.mail;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sallyport.platform.page.Html;

/**
 * The text of a subject or of a mail, with {@code {name}} where a value stands. Empty lines divide
 * it into paragraphs; one that is {@code {link}} alone becomes a button.
 */
record MailTemplate(String text) {
  static final String LINK = "link";

  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9-]*)}");
  private static final Pattern BRACE = Pattern.compile("[{}]");
  private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
  private static final String LINK_ALONE = "{" + LINK + "}";
  private static final int LONGEST_VALUE = 200;
  // Among them are those that reverse what stands around them; the two of Persian and of emoji
  // stay.
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

  /** The names of the values in it. */
  Set<String> names() {
    var names = new TreeSet<String>();
    PLACE.matcher(text).results().map(r -> r.group(1)).forEach(names::add);
    return names;
  }

  /** What is wrong with it: a brace of no value, or a link within a sentence. */
  Optional<String> wrong() {
    if (BRACE.matcher(PLACE.matcher(text).replaceAll("")).find()) {
      return Optional.of("it has a brace that belongs to no {name}");
    }
    var within = paragraphs().stream().filter(p -> !p.equals(LINK_ALONE));
    return within.anyMatch(p -> p.contains(LINK_ALONE))
        ? Optional.of("{link} does not stand in a paragraph of its own")
        : Optional.empty();
  }

  /** The text in one line, as a subject. */
  String line(Map<String, String> values) {
    return filled(text, values, UnaryOperator.identity()).strip();
  }

  /** The text as plain text. */
  String plain(Map<String, String> values) {
    return paragraphs().stream()
        .map(p -> p.equals(LINK_ALONE) ? link(values) : filled(p, values, MailTemplate::isolated))
        .collect(joining("\n\n"));
  }

  /**
   * The text as HTML.
   *
   * @param button what the button says
   */
  String html(Map<String, String> values, String button) {
    return paragraphs().stream()
        .map(p -> p.equals(LINK_ALONE) ? button(link(values), button) : paragraph(p, values))
        .collect(joining("\n"));
  }

  private List<String> paragraphs() {
    return List.of(PARAGRAPHS.split(text.strip()));
  }

  private static String paragraph(String text, Map<String, String> values) {
    var escaped = Html.escape(text).replace("\n", "<br>\n");
    return "<p>" + filled(escaped, values, v -> "<bdi>" + Html.escape(v) + "</bdi>") + "</p>";
  }

  private static String button(String link, String label) {
    var href = Html.escape(link);
    return """
        <p><a class="button" href="%s">%s</a></p>
        <p class="address" dir="ltr"><a href="%s">%s</a></p>"""
        .formatted(href, Html.escape(label), href, href);
  }

  private static String filled(
      String text, Map<String, String> values, UnaryOperator<String> written) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> quoted(written.apply(shown(value(values, place.group(1))))));
  }

  private static String link(Map<String, String> values) {
    return value(values, LINK);
  }

  private static String value(Map<String, String> values, String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the mail has no value for {" + name + "}");
    }
    return value;
  }

  // What a person has called itself cannot add a line, a header or half a page.
  private static String shown(String value) {
    var line = UNSHOWN.matcher(value).replaceAll(" ").strip();
    var most =
        line.offsetByCodePoints(0, Math.min(LONGEST_VALUE, line.codePointCount(0, line.length())));
    return most == line.length() ? line : line.substring(0, most) + "…";
  }

  // Names of one direction do not disturb sentences of the other (UAX 9 §2.4).
  private static String isolated(String value) {
    return value.chars().allMatch(c -> c < 0x80) ? value : "\u2068" + value + "\u2069";
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
