package org.sallyport.person;

import static java.util.stream.Collectors.toCollection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sallyport.person.profile.PersonDetails;

/**
 * The groups of a person: a row each, any number, so that a group can be asked for its members. The
 * row of the person has their names as well, so that tokens need no further query; where they are
 * too many for that column, the rows alone count.
 */
@Embeddable
class Memberships {
  private static final int LONGEST_COLUMN = 20_000;

  @Column(name = "user_groups")
  private String names = "";

  @ManyToMany
  @JoinTable(
      name = "group_member",
      joinColumns = @JoinColumn(name = "subject"),
      inverseJoinColumns = @JoinColumn(name = "group_id"))
  private Set<PersonGroup> rows = new HashSet<>();

  // The entry whose groups the rows are. Nodes of an earlier version write the names alone.
  @Column(name = "grouped_by")
  private @Nullable String groupedBy;

  @Column(name = "group_count")
  private int count;

  /** Takes over the names; the rows follow. */
  void take(Set<String> groups) {
    var joined = String.join("\n", groups);
    names = joined.length() <= LONGEST_COLUMN ? joined : "";
    count = groups.size();
  }

  /** Takes over the rows of these groups, which an entry with this digest names. */
  void follow(Collection<PersonGroup> groups, @Nullable String entry) {
    rows.retainAll(groups);
    rows.addAll(groups);
    groupedBy = entry;
  }

  /** Whether the rows are those of the entry with this digest. */
  boolean follow(@Nullable String entry) {
    return entry != null && entry.equals(groupedBy);
  }

  /** The names, for a person whose entry was taken over last with this digest. */
  Set<String> names(@Nullable String entry) {
    if (names.isEmpty() && count > 0 && follow(entry)) {
      return rows.stream()
          .map(PersonGroup::name)
          .sorted()
          .collect(toCollection(LinkedHashSet::new));
    }
    return PersonDetails.groups(names);
  }
}
