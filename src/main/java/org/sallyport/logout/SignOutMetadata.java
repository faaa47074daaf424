package org.sallyport.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** What signing out says of itself (OpenID Connect RP-Initiated Logout §2.1). */
@ApplicationScoped
class SignOutMetadata implements MetadataSource {
  @Inject Settings settings;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("end_session_endpoint", settings.endpoint("/oauth2/logout"));
  }
}
