package org.sallyport.userinfo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.protocol.SigningAlgorithm;

/** The userinfo endpoint's part of the metadata (OpenID Connect Discovery §3). */
@ApplicationScoped
public class UserinfoMetadata implements MetadataSource {
  @Inject Settings settings;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("userinfo_endpoint", settings.endpoint("/oauth2/userinfo"));
    metadata.add(
        "userinfo_signing_alg_values_supported",
        Arrays.stream(SigningAlgorithm.values()).map(SigningAlgorithm::name).toList());
  }
}
