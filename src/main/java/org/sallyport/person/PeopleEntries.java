package org.sallyport.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sallyport.person.profile.Username;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.protocol.Subject;

/** Reads the entries of the section {@code people}, without the store. */
public final class PeopleEntries {
  private final List<PeopleEntry> read = new ArrayList<>();
  private final Set<Username> names = new HashSet<>();
  private final Set<Subject> subjects = new HashSet<>();

  /** Reads one; refuses what contradicts itself, or has the username or sub of one above. */
  public void read(ConfigValue node) {
    var entry = PeopleEntry.read(node);
    if (!names.add(entry.profile().username())) {
      throw node.wrong("has a username that stands above", "give each their own");
    }
    if (!entry.subject().map(subjects::add).orElse(true)) {
      throw node.wrong("has a sub that stands above", "give each their own");
    }
    read.add(entry);
  }

  /** All that were read, in the order of the file. */
  List<PeopleEntry> all() {
    return List.copyOf(read);
  }
}
