package org.sallyport.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;

/** What is true of the server as a whole (RFC 8414 §2, OpenID Connect Discovery §3). */
@ApplicationScoped
public class IssuerMetadata implements MetadataSource {
  @Inject Settings settings;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("issuer", settings.issuer());
  }
}
