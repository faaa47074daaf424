package org.sallyport.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** The revocation endpoint's part of the metadata (RFC 8414 §2). */
@ApplicationScoped
public class RevocationMetadata implements MetadataSource {
  @Inject Settings settings;
  @Inject ClientAuthentication clients;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("revocation_endpoint", settings.endpoint("/oauth2/revoke"));
    metadata.add("revocation_endpoint_auth_methods_supported", clients.methods());
  }
}
