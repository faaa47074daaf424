package org.sallyport.person;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.profile.Claims;
import org.sallyport.person.profile.ClaimsJson;
import org.sallyport.person.profile.PersonDetails;
import org.sallyport.person.state.EmailState;
import org.sallyport.person.state.Preferences;
import org.sallyport.platform.persistence.mapping.Enablement;
import org.sallyport.protocol.Subject;

/**
 * The person behind a grant (RFC 6749 §1.1): what tokens tell of them, and whether tokens may be
 * about them at all. {@link Person} is all of the row; {@link TokenSubject} is no more than this.
 */
@MappedSuperclass
public abstract class ResourceOwner {
  private static final int LONGEST_NAMES = 20_000;

  @Id String subject;

  @Column(name = "display_username")
  String displayUsername;

  String claims = "{}";

  // The names of the groups, a line each, so that tokens need no further query. Where they are too
  // many for the column, the rows of group_member alone count.
  @Column(name = "user_groups")
  private String groupNames = "";

  // The entry whose groups the rows are. Nodes of an earlier version write the names alone.
  @Column(name = "grouped_by")
  @Nullable String groupedBy;

  @Column(name = "group_count")
  private int groupCount;

  @Embedded Enablement enablement;

  // Without an address all of its columns are empty, which Hibernate reads as nothing.
  @Embedded private @Nullable EmailState email;

  @Embedded Preferences preferences = new Preferences();

  @Column(name = "credentials_changed_at")
  Instant credentialsChangedAt;

  @Column(name = "applied_digest")
  @Nullable String appliedDigest;

  @Column(name = "changed_at")
  Instant changedAt;

  /** Who this is, to every client. */
  public Subject subject() {
    return Subject.ofPerson(subject);
  }

  /** The sign-in name, as its owner writes it. */
  public String username() {
    return displayUsername;
  }

  /** Whether they may act, and what they were given is void. */
  public Enablement enablement() {
    return enablement;
  }

  /** Whether this person may sign in and be spoken for by tokens. */
  public boolean enabled() {
    return enablement.enabled();
  }

  /** Whether what this person was given at this time is void, since they were disabled after it. */
  public boolean voids(Instant given) {
    return enablement.voids(given);
  }

  /** Since when the password is the one it is; a session that began before is void. */
  public Instant credentialsChangedAt() {
    return credentialsChangedAt;
  }

  /** The mail address. */
  public EmailState email() {
    if (email == null) {
      email = new EmailState();
    }
    return email;
  }

  /** In which language and time zone the person is spoken to. */
  public Preferences preferences() {
    return preferences;
  }

  /** Takes over the names of the groups; the rows follow. */
  void takeGroups(Set<String> groups) {
    var joined = String.join("\n", groups);
    groupNames = joined.length() <= LONGEST_NAMES ? joined : "";
    groupCount = groups.size();
  }

  /** The names of the groups of the rows. */
  abstract Collection<String> namesOfRows();

  /** Whether the rows are those of the entry that was taken over last. */
  boolean hasRowsOfGroups() {
    return appliedDigest != null && appliedDigest.equals(groupedBy);
  }

  /** Whether the rows alone have the names of the groups. */
  boolean needsRowsOfGroups() {
    return groupNames.isEmpty() && groupCount > 0 && hasRowsOfGroups();
  }

  /** The groups, which applications read as roles. */
  public Set<String> groups() {
    return needsRowsOfGroups()
        ? new LinkedHashSet<>(namesOfRows().stream().sorted().toList())
        : PersonDetails.groups(groupNames);
  }

  /** All claims, with groups, sign-in name and the time of the last change among them. */
  public Claims claims() {
    var all = new LinkedHashMap<String, Object>();
    all.put("preferred_username", displayUsername);
    all.putAll(ClaimsJson.read(claims));
    all.putAll(preferences.claims());
    email().tell(all);
    all.put("groups", groups().stream().toList());
    all.put("updated_at", email().changedAt(changedAt).getEpochSecond());
    return new Claims(all);
  }

  /** The name to greet with: the full name, else the sign-in name. */
  public String displayName() {
    return claims().text("name").orElse(displayUsername);
  }
}
