package org.sallyport.jwt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.SigningAlgorithm;

/** What ID tokens are like (OpenID Connect Discovery §3). */
@ApplicationScoped
public class IdTokenMetadata implements MetadataSource {
  @Override
  public void describe(Metadata metadata) {
    metadata.add("subject_types_supported", "public", "pairwise");
    metadata.add(
        "id_token_signing_alg_values_supported",
        Arrays.stream(SigningAlgorithm.values()).map(SigningAlgorithm::name).toList());
    metadata.add("acr_values_supported", Authentication.CLASSES);
    metadata.add("claims_supported", "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce");
    metadata.add("claims_supported", "acr", "amr", "at_hash", "sid");
  }
}
