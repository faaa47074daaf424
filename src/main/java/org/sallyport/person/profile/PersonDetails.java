package org.sallyport.person.profile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;

/**
 * What is said of a person, beside the password.
 *
 * @param username the sign-in name in its kept spelling
 * @param displayUsername the sign-in name as its owner writes it
 * @param claims standard claims as JSON values (OpenID Connect Core §5.1)
 * @param expiresAt from when on the account may not be used
 * @param externalId what the system calls them that the account comes from
 */
public record PersonDetails(
    Username username,
    String displayUsername,
    Map<String, Object> claims,
    Set<String> groups,
    boolean enabled,
    Optional<Instant> expiresAt,
    Optional<String> externalId) {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_CLAIMS = 100_000;
  private static final int LONGEST_ID = 300;
  private static final int MOST_GROUPS = 10_000;

  /** The profile in an entry of the configuration. */
  public static PersonDetails read(ConfigValue entry) {
    var typed = entry.requiredText("username").strip();
    return new PersonDetails(
        Username.of(typed).orElseThrow(() -> noName(entry)),
        entry.child("username").orElseThrow().fitting(typed, LONGEST_NAME),
        claims(entry),
        groups(entry),
        entry.bool("enabled").orElse(true),
        entry.child("expires_at").map(PersonDetails::time),
        entry.child("external_id").map(node -> node.fitting(node.text(), LONGEST_ID)));
  }

  /** Whether the account may be used at this time. */
  public boolean isEnabled(Instant now) {
    return enabled && expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
  }

  private static Instant time(ConfigValue node) {
    try {
      return OffsetDateTime.parse(node.text()).toInstant();
    } catch (DateTimeParseException e) {
      throw node.wrong("is no date and time", "write it like 2027-03-31T18:00:00Z");
    }
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
    var nodes = entry.children("groups");
    if (nodes.size() > MOST_GROUPS) {
      throw entry.wrong(
          "has more than " + MOST_GROUPS + " groups", "name those that applications need");
    }
    for (var node : nodes) {
      if (!node.text().matches("\\P{Cntrl}{1,255}")) {
        throw node.wrong("is no group name", "use up to 255 visible characters");
      }
      groups.add(node.text());
    }
    return groups;
  }
}
