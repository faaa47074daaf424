package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.sallyport.platform.config.Node;
import org.sallyport.platform.mtls.ClientCertificates;
import org.sallyport.platform.outgoing.Outgoing;
import org.sallyport.protocol.Resource;

/** What this server has to offer, and hence what a client may be registered for. */
@ApplicationScoped
class Offer {
  @Inject Instance<GrantTypeName> grantTypes;
  @Inject Instance<ClientAuthenticationMethod> methods;
  @Inject ResourceServerRows resources;
  @Inject AuthorizationDetailsTypeRows detailsTypes;
  @Inject Outgoing outgoing;
  @Inject ClientCertificates certificates;

  /** Refuses what is not served: a grant type, a method, a scope, a resource or an address. */
  void check(Node client, ClientMetadata metadata) {
    check(client, metadata.access());
    if (metadata.hardening().mutualTls().boundTokens() && !certificates.areServed()) {
      throw client.wrong(
          "wants tokens bound to a certificate, but none are looked for",
          "say by mtls.certificate-from where certificates come from");
    }
    var apis = resources.servers().stream().filter(metadata.access()::reaches).toList();
    Reading.checked(
        client,
        n -> {
          metadata.hardening().profile().check(new Profile.Candidate(metadata, apis));
          return n;
        });
    var hardening = metadata.hardening();
    hardening.keys().jwksUri().ifPresent(uri -> mustBeUsable(client, "jwks_uri", uri));
    hardening.requests().uris().forEach(u -> mustBeUsable(client, "request_uri", u.place()));
    metadata
        .signIn()
        .subject()
        .sectorUri()
        .ifPresent(uri -> mustBeUsable(client, "sector_identifier_uri", uri));
  }

  private void mustBeUsable(Node client, String what, URI address) {
    outgoing
        .objection(address)
        .ifPresent(
            wrong -> {
              throw client.wrong("has a " + what + " that cannot be used", "it " + wrong);
            });
  }

  private void check(Node client, Access access) {
    var names = grantTypes.stream().map(GrantTypeName::name).collect(Collectors.toSet());
    check(client, "grant type", access.grantTypes(), names);
    var ways =
        methods.stream()
            .filter(ClientAuthenticationMethod::isServed)
            .map(ClientAuthenticationMethod::name)
            .collect(Collectors.toSet());
    check(client, "authentication method", access.methods().all(), ways);
    var servers = resources.servers();
    var scopes =
        servers.stream()
            .flatMap(s -> s.scopes().stream().map(ScopeText::scope))
            .collect(Collectors.toSet());
    StandardScopes.all().forEach(s -> scopes.add(s.scope()));
    check(client, "scope", access.scopes().values(), scopes);
    var ids = servers.stream().map(s -> s.id().value()).collect(Collectors.toSet());
    check(client, "resource", access.resources().stream().map(Resource::value).toList(), ids);
    var types =
        detailsTypes.all().stream()
            .map(AuthorizationDetailsTypeRow::id)
            .collect(Collectors.toSet());
    check(client, "authorization details type", access.detailsTypes(), types);
    servers.stream().filter(s -> !access.reaches(s)).forEach(s -> noScopeOf(s, client, access));
  }

  // Else a token could be for an API that the client may not name.
  private static void noScopeOf(ResourceServer server, Node client, Access access) {
    for (var scope : access.scopes().values()) {
      if (server.scope(scope).isPresent()) {
        throw client.wrong(
            "has scope " + scope + " but not its resource",
            "add " + server.id() + " to resources, or leave resources out");
      }
    }
  }

  private static void check(Node client, String kind, Collection<String> asked, Set<String> have) {
    for (var one : asked) {
      if (!have.contains(one)) {
        throw client.wrong(
            "has the unknown " + kind + " " + one,
            "use out of " + String.join(", ", have.stream().sorted().toList()));
      }
    }
  }
}
