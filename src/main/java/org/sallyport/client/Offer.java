package org.sallyport.client;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.platform.mtls.ClientCertificates;
import org.sallyport.platform.outgoing.Outgoing;

/** What this server has to offer, and hence what a client may be registered for. */
@ApplicationScoped
class Offer {
  @Inject Instance<GrantTypeName> grantTypes;
  @Inject Instance<ClientAuthenticationMethod> methods;
  @Inject ResourceServerRows resources;
  @Inject AuthorizationDetailsTypeRows detailsTypes;
  @Inject Outgoing outgoing;
  @Inject ClientCertificates certificates;

  /** The checks against what is offered now; it is read once, for any number of clients. */
  RegistrationChecks checks() {
    var servers = resources.servers();
    return new RegistrationChecks(
        grantTypes.stream().map(GrantTypeName::name).collect(toSet()),
        methods.stream()
            .filter(ClientAuthenticationMethod::isServed)
            .map(ClientAuthenticationMethod::name)
            .collect(toSet()),
        servers,
        scopes(servers),
        detailsTypes.all().stream().map(AuthorizationDetailsTypeRow::id).collect(toSet()),
        certificates.areServed(),
        outgoing);
  }

  private static Set<String> scopes(List<ResourceServer> servers) {
    var own = servers.stream().flatMap(s -> s.scopes().stream());
    return Stream.concat(own, StandardScopes.all().stream()).map(ScopeText::scope).collect(toSet());
  }
}
