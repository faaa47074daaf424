package org.sallyport.introspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.protocol.SigningAlgorithm;

/** The introspection endpoint's part of the metadata (RFC 8414 §2). */
@ApplicationScoped
public class IntrospectionMetadata implements MetadataSource {
  @Inject Settings settings;
  @Inject ClientAuthentication clients;

  @Override
  public void describe(Metadata metadata) {
    metadata.put("introspection_endpoint", settings.endpoint("/oauth2/introspect"));
    var methods = clients.methods().stream().filter(m -> !m.equals("none")).toList();
    metadata.add("introspection_endpoint_auth_methods_supported", methods);
    metadata.add(
        "introspection_signing_alg_values_supported",
        Arrays.stream(SigningAlgorithm.values()).map(SigningAlgorithm::name).toList());
  }
}
