package org.sallyport.resource.details;

import java.util.Set;
import java.util.function.Predicate;
import org.sallyport.resource.api.ResourceServer;

/**
 * Which authorization details a client may have.
 *
 * @param types the types it is registered for (RFC 9396 §10)
 * @param reaches whether it may ask for tokens for a resource server
 */
public record PermittedDetails(Set<String> types, Predicate<ResourceServer> reaches) {
  public PermittedDetails {
    types = Set.copyOf(types);
  }
}
