package org.sallyport.person.profile;

import jakarta.enterprise.context.ApplicationScoped;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.protocol.StandardClaims;

/** The claims that userinfo may tell of a person (OpenID Connect Discovery §3). */
@ApplicationScoped
public class ClaimsMetadata implements MetadataSource {
  @Override
  public void describe(Metadata metadata) {
    metadata.add("claims_supported", StandardClaims.names());
  }
}
