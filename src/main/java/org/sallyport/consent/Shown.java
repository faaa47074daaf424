package org.sallyport.consent;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sallyport.client.About;

/**
 * What the page shows.
 *
 * @param about who asks
 * @param name the client's name in the language of the page
 * @param returnsTo the host that the answer goes to
 * @param asked what the person decides on
 * @param before titles of what was allowed before
 * @param lasting whether the access outlives the session
 * @param doubtful whether nothing tells this application from an impostor (RFC 8252 §8.6)
 */
public record Shown(
    About about,
    String name,
    String returnsTo,
    List<Access> asked,
    List<String> before,
    boolean lasting,
    boolean doubtful) {

  /** The first letters of the name, in the place of a logo. */
  public String initials() {
    return Arrays.stream(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0)))
        .limit(2)
        .map(word -> Character.toString(Character.toUpperCase(word.codePointAt(0))))
        .collect(Collectors.joining());
  }

  /** Who stands behind the application, or nothing. */
  public String owner() {
    return about.owner().orElse("");
  }

  /** The application's own page, or nothing. */
  public String homepage() {
    return address(about.homepage());
  }

  /** What the application does with data, or nothing. */
  public String policy() {
    return address(about.policy());
  }

  /** What the application demands, or nothing. */
  public String terms() {
    return address(about.terms());
  }

  private static String address(Optional<URI> uri) {
    return uri.map(URI::toString).orElse("");
  }
}
