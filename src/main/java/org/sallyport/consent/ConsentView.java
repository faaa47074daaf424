package org.sallyport.consent;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sallyport.client.metadata.ClientDescription;

/**
 * What the page shows.
 *
 * @param applicant who asks
 * @param returnsTo the host that the answer goes to
 * @param details what is asked for on this occasion alone, such as a payment, with its heading
 * @param asked the scopes that the person decides on
 * @param before titles of what was allowed before
 * @param lasting whether the access outlives the session
 * @param doubtful whether nothing tells this application from an impostor (RFC 8252 §8.6)
 */
public record ConsentView(
    Applicant applicant,
    String returnsTo,
    Section details,
    List<ConsentItem> asked,
    List<String> before,
    boolean lasting,
    boolean doubtful) {

  /** What is known before the page is made. */
  static final ConsentView NOTHING =
      new ConsentView(
          new Applicant("", "", "", "", "", ""),
          "",
          Section.NONE,
          List.of(),
          List.of(),
          false,
          false);

  /** Accesses under a heading of their own. */
  public record Section(String heading, List<ConsentItem> accesses) {
    static final Section NONE = new Section("", List.of());
  }

  /**
   * The application, as its owner and the operators describe it; empty where they do not.
   *
   * @param logo the path of its logo on this server
   */
  public record Applicant(
      String name, String owner, String homepage, String policy, String terms, String logo) {

    /** The applicant in this language. */
    static Applicant of(ClientDescription about, String logo, Locale language) {
      return new Applicant(
          about.name().in(language),
          about.owner().orElse(""),
          address(about.pages().homepage()),
          address(about.pages().policy()),
          address(about.pages().terms()),
          logo);
    }

    /** The first letters of the name, in the place of a logo. */
    public String initials() {
      return Arrays.stream(name.split("[^\\p{L}\\p{N}]+"))
          .filter(word -> !word.isEmpty())
          .limit(2)
          .map(word -> Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT))
          .collect(Collectors.joining());
    }

    private static String address(Optional<URI> uri) {
      return uri.map(URI::toString).orElse("");
    }
  }
}
