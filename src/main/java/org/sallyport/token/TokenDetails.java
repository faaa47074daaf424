package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.client.metadata.ClientAccess;
import org.sallyport.grant.Grant;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.details.AuthorizationDetails;
import org.sallyport.resource.details.AuthorizationDetailsTypes;

/**
 * What an access token allows in detail (RFC 9396 §6, §7); where there is nothing, nothing is read.
 */
@ApplicationScoped
class TokenDetails {
  @Inject AuthorizationDetailsTypes types;

  /** What a client asks for by itself. */
  AuthorizationDetails asked(Parameters form, ClientAccess client) {
    return types.asked(form, client.details());
  }

  /** What a grant has, without the types and the APIs that the client has lost since. */
  AuthorizationDetails still(Grant grant, ClientAccess client) {
    return grant.details().filter(d -> types.mayHave(client.details(), d, grant.createdAt()));
  }

  /** What of this is asked for, for one token; all of it by default, and never more. */
  AuthorizationDetails narrowed(
      AuthorizationDetails granted, Parameters form, ClientAccess client) {
    return types.asked(form, client.details(), granted).within(granted);
  }

  /** These servers, and those that the details are for. */
  List<ResourceServer> with(List<ResourceServer> servers, AuthorizationDetails details) {
    if (details.isEmpty()) {
      return servers;
    }
    var all = new ArrayList<>(servers);
    for (var detail : details.values()) {
      types.homes(detail).stream().filter(home -> !contains(all, home)).forEach(all::add);
    }
    return all;
  }

  /**
   * What servers have to know: the details that are for one of them, and those of which nobody can
   * tell whom they are for (RFC 9396 §9.1).
   */
  AuthorizationDetails at(List<ResourceServer> servers, AuthorizationDetails details) {
    return servers.isEmpty() ? details : details.filter(d -> isFor(servers, d));
  }

  private boolean isFor(List<ResourceServer> servers, JsonObject detail) {
    var homes = types.homes(detail);
    return homes.isEmpty() || homes.stream().anyMatch(home -> contains(servers, home));
  }

  private static boolean contains(List<ResourceServer> servers, ResourceServer one) {
    return servers.stream().anyMatch(s -> s.id().equals(one.id()));
  }
}
