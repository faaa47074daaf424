package org.sallyport.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** The token endpoint's part of the metadata (RFC 8414 §2). */
@ApplicationScoped
public class TokenMetadata implements MetadataSource {
  @Inject Settings settings;
  @Inject GrantTypes grantTypes;
  @Inject ClientAuthentication clients;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("token_endpoint", settings.endpoint("/oauth2/token"));
    metadata.add("token_endpoint_auth_methods_supported", clients.methods());
    metadata.put("tls_client_certificate_bound_access_tokens", settings.mtls().served());
    metadata.add("grant_types_supported", grantTypes.names());
  }
}
