package org.sallyport.person.profile;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;

/**
 * What is said of a person, beside the password.
 *
 * @param username the sign-in name in its kept spelling
 * @param displayUsername the sign-in name as its owner writes it
 * @param claims standard claims as JSON values (OpenID Connect Core §5.1)
 */
public record PersonDetails(
    Username username,
    String displayUsername,
    Map<String, Object> claims,
    Set<String> groups,
    boolean enabled) {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_CLAIMS = 100_000;
  private static final int LONGEST_GROUPS = 20_000;

  /** The profile in an entry of the configuration. */
  public static PersonDetails read(ConfigValue entry) {
    var typed = entry.requiredText("username").strip();
    return new PersonDetails(
        Username.of(typed).orElseThrow(() -> noName(entry)),
        entry.child("username").orElseThrow().fitting(typed, LONGEST_NAME),
        claims(entry),
        groups(entry),
        entry.bool("enabled").orElse(true));
  }

  /** The groups as they are stored, a line each. */
  public String groupLines() {
    return String.join("\n", groups);
  }

  /** The groups that are stored so. */
  public static Set<String> groups(String lines) {
    var groups = new LinkedHashSet<>(Arrays.asList(lines.split("\n")));
    groups.remove("");
    return groups;
  }

  private static RuntimeException noName(ConfigValue entry) {
    return entry.wrong("has a username that nobody can type", "use up to 255 visible characters");
  }

  private static Map<String, Object> claims(ConfigValue entry) {
    var claims = GivenClaims.read(entry);
    entry.fitting(ClaimsJson.write(claims), LONGEST_CLAIMS);
    return claims;
  }

  private static Set<String> groups(ConfigValue entry) {
    var groups = new LinkedHashSet<String>();
    for (var node : entry.children("groups")) {
      if (!node.text().matches("\\P{Cntrl}{1,255}")) {
        throw node.wrong("is no group name", "use up to 255 visible characters");
      }
      groups.add(node.text());
    }
    entry
        .child("groups")
        .ifPresent(node -> node.fitting(String.join("\n", groups), LONGEST_GROUPS));
    return groups;
  }
}
