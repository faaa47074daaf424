package org.sallyport.client;

import java.util.HashSet;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;

/** Reads the entries of the section {@code clients}, of which there may be many: none is kept. */
final class ClientEntries {
  private final RegistrationChecks checks;
  private final Set<String> here = new HashSet<>();

  ClientEntries(RegistrationChecks checks) {
    this.checks = checks;
  }

  /** Reads one; refuses what contradicts itself, is not served, or is there twice. */
  Registration read(ConfigValue entry) {
    var registration = Registration.read(entry);
    checks.check(entry, registration.metadata());
    if (!here.add(registration.id().value())) {
      throw entry.wrong("is client " + registration.id() + " again", "give each one entry");
    }
    return registration;
  }

  /** Whether a client of this identifier was read. */
  boolean has(String id) {
    return here.contains(id);
  }
}
