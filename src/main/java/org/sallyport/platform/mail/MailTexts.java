package org.sallyport.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.config.TextFile;
import org.sallyport.platform.page.Html;
import org.sallyport.platform.page.Texts;

/**
 * The texts of all mails. All languages have the same keys.
 *
 * @param texts the texts of a language by their keys, such as {@code test.subject}
 * @param frame the HTML around the text of a mail
 */
record MailTexts(Map<Locale, Map<String, String>> texts, String frame) {
  static final String FRAME = "frame.html";
  static final String BODY = "{body}";
  static final String SITE = "site";

  MailTexts {
    texts = Map.copyOf(texts);
  }

  /** Those of the WAR: {@code org/sallyport/mail_LANGUAGE.properties}. */
  static MailTexts ofWar() {
    var texts = new HashMap<Locale, Map<String, String>>();
    Texts.LANGUAGES.forEach(
        l -> texts.put(l, TextFile.properties(resource("/org/sallyport/" + file(l)))));
    return new MailTexts(texts, resource("/org/sallyport/platform/mail/" + FRAME));
  }

  /** The name of the file with the texts of a language. */
  static String file(Locale language) {
    return "mail_" + language.toLanguageTag() + ".properties";
  }

  /** The language that there are texts in; English, if there are none in the one wished for. */
  static Locale language(Locale wished) {
    return Texts.LANGUAGES.stream()
        .filter(l -> l.getLanguage().equals(wished.getLanguage()))
        .findFirst()
        .orElse(Texts.LANGUAGES.get(0));
  }

  /**
   * What a mail says, in its language.
   *
   * @param issuer the URL of this server, which a link begins with
   * @throws IllegalArgumentException if there is no such kind, a value is missing, or the link
   *     leads elsewhere; a fault of the feature
   */
  MailContent content(Mail mail, String issuer) {
    Optional.ofNullable(mail.values().get(MailTemplate.LINK))
        .ifPresent(link -> requireOurs(link, issuer));
    var language = language(mail.language());
    var values = new HashMap<>(mail.values());
    values.putIfAbsent(SITE, String.valueOf(URI.create(issuer).getHost()));
    var subject = template(language, mail.kind() + ".subject").line(values);
    var text = template(language, mail.kind() + ".text");
    var footer = template(language, "footer.text");
    var html = text.html(values, button(language, mail.kind()).line(values));
    var plain = text.plain(values) + "\n\n-- \n" + footer.plain(values) + "\n";
    return new MailContent(
        mail.to(), subject, plain, framed(language, subject, html, footer.html(values, "")));
  }

  /** The text of this key. */
  MailTemplate template(Locale language, String key) {
    return new MailTemplate(
        find(language, key)
            .orElseThrow(() -> new IllegalArgumentException("no mail has a text " + key)));
  }

  /** The texts in a language. */
  Map<String, String> in(Locale language) {
    return texts.getOrDefault(language, Map.of());
  }

  private MailTemplate button(Locale language, String kind) {
    return new MailTemplate(find(language, kind + ".button").orElse(""));
  }

  private Optional<String> find(Locale language, String key) {
    return Optional.ofNullable(in(language).get(key));
  }

  private String framed(Locale language, String subject, String body, String footer) {
    return frame
        .replace("{lang}", language.toLanguageTag())
        .replace("{dir}", Texts.dir(language))
        .replace("{subject}", Html.escape(subject).replace("{", "&#123;"))
        .replace("{footer}", footer)
        .replace(BODY, body);
  }

  // Its host is the issuer's, whatever a request says of the host.
  private static void requireOurs(String link, String issuer) {
    if (!link.startsWith(issuer + "/") || !link.matches("[!-~]+")) {
      throw new IllegalArgumentException("the link of a mail leads to another server");
    }
  }

  private static String resource(String name) {
    try (var in = MailTexts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the archive");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
