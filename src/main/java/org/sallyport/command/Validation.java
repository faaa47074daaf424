package org.sallyport.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sallyport.client.authentication.ClientAuthenticationMethod;
import org.sallyport.client.registration.RegistryCheck;
import org.sallyport.person.PeopleEntries;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.WrittenFile;
import org.sallyport.token.GrantType;

/** What a start would refuse in a configuration file, each entry by its first complaint. */
final class Validation {
  private static final String RESOURCES = "resources";
  private static final String TYPES = "authorization_details_types";
  private static final String CLIENTS = "clients";
  private static final String PEOPLE = "people";

  /** The sections, which CDI finds where there is a container. */
  static final List<String> SECTIONS = List.of(RESOURCES, TYPES, CLIENTS, PEOPLE);

  private final WrittenFile file;
  private final Implementations features;
  private final List<String> complaints = new ArrayList<>();

  private Validation(WrittenFile file, Implementations features) {
    this.file = file;
    this.features = features;
  }

  /**
   * The complaints about the file at this path, as a start says them; none if it is fine.
   *
   * @param features settings, grant types and authentication methods, which a start has from CDI
   */
  static List<String> complaints(Path path, Implementations features) {
    try {
      var file = WrittenFile.read(path, features.of(SettingsGroup.class));
      return new Validation(file, features).complaints();
    } catch (ConfigurationException e) {
      return List.of(e.line());
    }
  }

  private List<String> complaints() {
    note(() -> file.refuseOthers(SECTIONS));
    var registry =
        new RegistryCheck(
            file.settings(),
            features.of(GrantType.class).stream(),
            features.of(ClientAuthenticationMethod.class).stream());
    // What names a refused entry would be refused too, for no fault of its own.
    if (isFine(RESOURCES, registry::resource)
        && isFine(TYPES, registry::authorizationDetailsType)) {
      isFine(CLIENTS, registry.clients());
    }
    isFine(PEOPLE, new PeopleEntries()::read);
    return complaints;
  }

  private boolean isFine(String section, Consumer<ConfigValue> reader) {
    var before = complaints.size();
    file.section(section)
        .ifPresent(
            node -> note(() -> node.eachElement().forEach(e -> note(() -> reader.accept(e)))));
    return complaints.size() == before;
  }

  private void note(Runnable check) {
    try {
      check.run();
    } catch (ConfigurationException e) {
      complaints.add(e.line());
    }
  }
}
