package org.sallyport.resource.details;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.protocol.Resource;

/** Reads the entries of the section {@code authorization_details_types}. */
public final class AuthorizationDetailsTypeEntries {
  private final Predicate<Resource> known;
  private final Map<String, ConfigValue> written = new LinkedHashMap<>();

  /** Takes types for these resources only. */
  public AuthorizationDetailsTypeEntries(Predicate<Resource> known) {
    this.known = known;
  }

  /** Reads one; refuses what contradicts itself or an entry above. */
  public void read(ConfigValue entry) {
    var type = AuthorizationDetailsType.read(entry);
    type.resources().forEach(r -> mustBeThere(r, entry));
    if (written.put(type.type(), entry) != null) {
      throw entry.wrong("is type " + type.type() + " again", "give each one entry");
    }
  }

  /** All that were read, by their type, in the order of the file. */
  public Map<String, ConfigValue> written() {
    return written;
  }

  private void mustBeThere(Resource resource, ConfigValue entry) {
    if (!known.test(resource)) {
      throw entry.wrong("has the unknown resource " + resource, "add it to the section resources");
    }
  }
}
