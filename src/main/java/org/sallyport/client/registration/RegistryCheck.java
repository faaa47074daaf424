package org.sallyport.client.registration;

import static java.util.stream.Collectors.toSet;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.outgoing.Destinations;
import org.sallyport.resource.api.ResourceEntries;
import org.sallyport.resource.details.AuthorizationDetailsTypeEntries;

/**
 * Checks the entries of a configuration file as a start does, without container and store: what
 * stands in the file is all there is. Resources come first, then types of authorization details,
 * then clients, since each names the ones before.
 */
public final class RegistryCheck {
  private final Settings settings;
  private final Set<String> grantTypes;
  private final Set<String> methods;
  private final ResourceEntries resources = new ResourceEntries();
  private final AuthorizationDetailsTypeEntries types =
      new AuthorizationDetailsTypeEntries(r -> resources.written().containsKey(r.value()));

  /** Checks against these settings, grant types and methods of authentication. */
  public RegistryCheck(
      Settings settings,
      Stream<? extends GrantTypeName> grantTypes,
      Stream<? extends AuthenticationMethodName> methods) {
    this.settings = settings;
    this.grantTypes = grantTypes.map(GrantTypeName::name).collect(toSet());
    this.methods =
        methods
            .filter(m -> m.isServed(settings))
            .map(AuthenticationMethodName::name)
            .collect(toSet());
  }

  /** Refuses what is wrong in an entry of {@code resources}. */
  public void resource(ConfigValue entry) {
    resources.read(entry);
  }

  /** Refuses what is wrong in an entry of {@code authorization_details_types}. */
  public void authorizationDetailsType(ConfigValue entry) {
    types.read(entry);
  }

  /** What refuses a wrong entry of {@code clients}, which may use what was read until now. */
  public Consumer<ConfigValue> clients() {
    return new ClientEntries(checks())::read;
  }

  private RegistrationChecks checks() {
    return new RegistrationChecks(
        grantTypes,
        methods,
        resources.servers(),
        RegistrationChecks.scopes(resources.servers()),
        types.written().keySet(),
        settings.mtls().served(),
        new Destinations(settings.outgoing().allowedHosts()));
  }
}
