package org.sallyport.client.metadata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.protocol.Resource;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.details.PermittedDetails;

/**
 * How a client proves itself, and what it may ask for (RFC 7591 §2).
 *
 * @param methods how it authenticates; {@code none} for a public client
 * @param scopes the most it may ask for
 * @param resources the resource servers it may ask for; none means those of its scopes
 * @param detailsTypes the types of {@code authorization_details} it may use (RFC 9396 §10)
 */
public record ClientAccess(
    AuthenticationMethods methods,
    Set<String> grantTypes,
    Set<String> responseTypes,
    Set<ResponseMode> responseModes,
    Scopes scopes,
    Set<Resource> resources,
    Set<String> detailsTypes) {

  public ClientAccess {
    grantTypes = Set.copyOf(grantTypes);
    responseTypes = Set.copyOf(responseTypes);
    responseModes = Set.copyOf(responseModes);
    resources = Set.copyOf(resources);
    detailsTypes = Set.copyOf(detailsTypes);
  }

  static ClientAccess read(ConfigValue client) {
    var grantTypes = some(client, "grant_types", List.of("authorization_code"));
    var code = grantTypes.contains("authorization_code") ? List.of("code") : List.<String>of();
    return new ClientAccess(
        AuthenticationMethods.read(client),
        new LinkedHashSet<>(grantTypes),
        new LinkedHashSet<>(some(client, "response_types", code)),
        responseModes(client),
        client.child("scope").map(n -> ConfigValueReader.as(n, Scopes::parse)).orElse(Scopes.NONE),
        new LinkedHashSet<>(ConfigValueReader.all(client, "resources", Resource::new)),
        new LinkedHashSet<>(client.texts("authorization_details_types")));
  }

  /** Whether the client can keep a secret and proves itself by it (RFC 6749 §2.1). */
  public boolean confidential() {
    return !AuthenticationMethod.NONE.is(method());
  }

  /** How it authenticates, if it does so in one way. */
  public String method() {
    return methods.usual();
  }

  /** Whether the client may ask for tokens for this resource server. */
  public boolean reaches(ResourceServer server) {
    return resources.isEmpty()
        ? server.scopes().stream().anyMatch(s -> scopes.contains(s.scope()))
        : resources.contains(server.id());
  }

  /** Which authorization details it may have. */
  public PermittedDetails details() {
    return new PermittedDetails(detailsTypes, this::reaches);
  }

  private static List<String> some(ConfigValue client, String name, List<String> otherwise) {
    return client.child(name).isPresent() ? client.texts(name) : otherwise;
  }

  private static Set<ResponseMode> responseModes(ConfigValue client) {
    var modes = ConfigValueReader.all(client, "response_modes", ResponseMode::parse);
    if (!modes.isEmpty()) {
      return new LinkedHashSet<>(modes);
    }
    var signed = client.child("authorization_signed_response_alg").isPresent();
    return signed ? Set.of(ResponseMode.values()) : ResponseMode.PLAIN;
  }
}
