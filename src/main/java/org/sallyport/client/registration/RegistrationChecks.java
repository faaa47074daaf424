package org.sallyport.client.registration;

import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.client.metadata.ClientAccess;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.profile.SecurityProfile;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.outgoing.Destinations;
import org.sallyport.protocol.Resource;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.api.ScopeText;
import org.sallyport.resource.api.StandardScopes;

/**
 * Refuses registrations for what is not served: a grant type, a method, a scope, a resource or an
 * address.
 *
 * @param scopes all that may be asked for
 * @param certificates whether clients' certificates are looked for
 */
public record RegistrationChecks(
    Set<String> grantTypes,
    Set<String> methods,
    List<ResourceServer> servers,
    Set<String> scopes,
    Set<String> detailsTypes,
    boolean certificates,
    Destinations destinations) {

  /** All scopes that may be asked for where these are the resource servers. */
  static Set<String> scopes(List<ResourceServer> servers) {
    var own = servers.stream().flatMap(s -> s.scopes().stream());
    return Stream.concat(own, StandardScopes.all().stream()).map(ScopeText::scope).collect(toSet());
  }

  /** Refuses what is not served, with the place of the client's entry. */
  void check(ConfigValue client, ClientMetadata metadata) {
    check(client, metadata.access());
    if (metadata.tokens().boundToCertificate() && !certificates) {
      throw client.wrong(
          "wants tokens bound to a certificate, but none are looked for",
          "say by mtls.certificate-from where certificates come from");
    }
    var apis = servers.stream().filter(metadata.access()::reaches).toList();
    ConfigValueReader.checked(
        client,
        n -> {
          SecurityProfile.of(metadata).check(new SecurityProfile.Candidate(metadata, apis));
          return n;
        });
    metadata.keys().jwksUri().ifPresent(uri -> mustBeUsable(client, "jwks_uri", uri));
    metadata.about().pages().logo().ifPresent(uri -> mustBeUsable(client, "logo_uri", uri));
    metadata.requests().uris().forEach(u -> mustBeUsable(client, "request_uri", u.place()));
    metadata
        .signIn()
        .subject()
        .sectorUri()
        .ifPresent(uri -> mustBeUsable(client, "sector_identifier_uri", uri));
  }

  private void mustBeUsable(ConfigValue client, String what, URI address) {
    destinations
        .objection(address)
        .ifPresent(
            wrong -> {
              throw client.wrong("has a " + what + " that cannot be used", "it " + wrong);
            });
  }

  private void check(ConfigValue client, ClientAccess access) {
    check(client, "grant type", access.grantTypes(), grantTypes);
    check(client, "authentication method", access.methods().all(), methods);
    check(client, "scope", access.scopes().values(), scopes);
    var named = access.resources().stream().map(Resource::value).toList();
    check(client, "resource", named, servers.stream().map(s -> s.id().value()).collect(toSet()));
    check(client, "authorization details type", access.detailsTypes(), detailsTypes);
    servers.stream().filter(s -> !access.reaches(s)).forEach(s -> noScopeOf(s, client, access));
  }

  // Else a token could be for an API that the client may not name.
  private static void noScopeOf(ResourceServer server, ConfigValue client, ClientAccess access) {
    for (var scope : access.scopes().values()) {
      if (server.scope(scope).isPresent()) {
        throw client.wrong(
            "has scope " + scope + " but not its resource",
            "add " + server.id() + " to resources, or leave resources out");
      }
    }
  }

  private static void check(
      ConfigValue client, String kind, Collection<String> asked, Set<String> have) {
    for (var one : asked) {
      if (!have.contains(one)) {
        throw client.wrong(
            "has the unknown " + kind + " " + one,
            "use out of " + String.join(", ", have.stream().sorted().toList()));
      }
    }
  }
}
