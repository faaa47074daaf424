package org.sallyport.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** What pushing requests needs to be known (RFC 9126 §5). */
@ApplicationScoped
class PushedAuthorizationMetadata implements MetadataSource {
  @Inject Settings settings;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("pushed_authorization_request_endpoint", settings.endpoint("/oauth2/par"));
    metadata.put("require_pushed_authorization_requests", false);
  }
}
