package org.sallyport.dpop;

import jakarta.enterprise.context.ApplicationScoped;
import org.sallyport.platform.http.Metadata;
import org.sallyport.platform.http.MetadataSource;
import org.sallyport.platform.jose.Verification;

/** By which algorithms proofs may be signed (RFC 9449 §5.1). */
@ApplicationScoped
public class ProofMetadata implements MetadataSource {
  @Override
  public void describe(Metadata metadata) {
    metadata.add("dpop_signing_alg_values_supported", Verification.ASYMMETRIC);
  }
}
