package org.sallyport.client.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.platform.jose.Encryption;

/** How answers may be encrypted (OpenID Connect Discovery §3, JARM §4, RFC 9701 §7). */
@ApplicationScoped
public class EncryptionMetadata implements MetadataSource {
  @Override
  public void describe(Metadata metadata) {
    Stream.of("id_token", "userinfo", "authorization", "introspection")
        .forEach(
            what -> {
              metadata.add(what + "_encryption_alg_values_supported", Encryption.ALGORITHMS);
              metadata.add(what + "_encryption_enc_values_supported", Encryption.METHODS);
            });
  }
}
