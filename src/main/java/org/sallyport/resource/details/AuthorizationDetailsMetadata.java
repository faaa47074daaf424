package org.sallyport.resource.details;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** The types of authorization details that clients may be registered for (RFC 9396 §10). */
@ApplicationScoped
public class AuthorizationDetailsMetadata implements MetadataSource {
  @Inject AuthorizationDetailsTypes types;

  @Override
  public void describe(Metadata metadata) {
    metadata.add(
        "authorization_details_types_supported",
        types.all().stream().map(AuthorizationDetailsType::type).toList());
  }
}
