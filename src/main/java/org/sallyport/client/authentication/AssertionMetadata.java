package org.sallyport.client.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.platform.jose.Verification;

/** By which algorithms clients may sign their assertions (RFC 8414 §2). */
@ApplicationScoped
public class AssertionMetadata implements MetadataSource {
  @Override
  public void describe(Metadata metadata) {
    Stream.of("token", "introspection", "revocation")
        .map(endpoint -> endpoint + "_endpoint_auth_signing_alg_values_supported")
        .forEach(
            name -> {
              metadata.add(name, Verification.ASYMMETRIC);
              metadata.add(name, Verification.SYMMETRIC);
            });
  }
}
