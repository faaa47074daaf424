package org.sallyport.client.registration;

import java.util.HashSet;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;

/** Reads the entries of the section {@code clients}, of which there may be many: none is kept. */
public final class ClientEntries {
  private final RegistrationChecks checks;
  private final Set<String> here = new HashSet<>();

  /** Entries that are compared with what these checks know to be served. */
  public ClientEntries(RegistrationChecks checks) {
    this.checks = checks;
  }

  /** Reads one; refuses what contradicts itself, is not served, or is there twice. */
  public Registration read(ConfigValue entry) {
    var registration = Registration.read(entry);
    checks.check(entry, registration.metadata());
    if (!here.add(registration.id().value())) {
      throw entry.wrong("is client " + registration.id() + " again", "give each one entry");
    }
    return registration;
  }

  /** Whether a client of this identifier was read. */
  public boolean has(String id) {
    return here.contains(id);
  }
}
