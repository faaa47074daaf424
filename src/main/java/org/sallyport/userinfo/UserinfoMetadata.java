package org.sallyport.userinfo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** The userinfo endpoint's part of the metadata (OpenID Connect Discovery §3). */
@ApplicationScoped
public class UserinfoMetadata implements MetadataSource {
  @Inject Settings settings;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("userinfo_endpoint", settings.endpoint("/oauth2/userinfo"));
  }
}
