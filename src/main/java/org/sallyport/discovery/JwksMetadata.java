package org.sallyport.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** Where the keys are (RFC 8414 §2). */
@ApplicationScoped
public class JwksMetadata implements MetadataSource {
  @Inject Settings settings;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("jwks_uri", settings.endpoint("/oauth2/jwks"));
  }
}
