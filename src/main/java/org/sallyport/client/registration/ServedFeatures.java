package org.sallyport.client.registration;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.mtls.ClientCertificates;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.resource.api.ResourceServerRows;
import org.sallyport.resource.details.AuthorizationDetailsTypeRow;
import org.sallyport.resource.details.AuthorizationDetailsTypeRows;

/** What this server has to offer, and hence what a client may be registered for. */
@ApplicationScoped
public class ServedFeatures {
  @Inject Instance<GrantTypeName> grantTypes;
  @Inject Instance<AuthenticationMethodName> methods;
  @Inject ResourceServerRows resources;
  @Inject AuthorizationDetailsTypeRows detailsTypes;
  @Inject OutgoingRequests outgoing;
  @Inject ClientCertificates certificates;
  @Inject Settings settings;

  /** The checks against what is offered now; it is read once, for any number of clients. */
  public RegistrationChecks checks() {
    var servers = resources.servers();
    return new RegistrationChecks(
        grantTypes.stream().map(GrantTypeName::name).collect(toSet()),
        methods.stream()
            .filter(m -> m.isServed(settings))
            .map(AuthenticationMethodName::name)
            .collect(toSet()),
        servers,
        RegistrationChecks.scopes(servers),
        detailsTypes.all().stream().map(AuthorizationDetailsTypeRow::id).collect(toSet()),
        certificates.areServed(),
        outgoing.destinations());
  }
}
