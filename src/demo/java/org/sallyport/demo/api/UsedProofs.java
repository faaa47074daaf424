package org.sallyport.demo.api;

import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.util.singleuse.AlreadyUsedException;
import com.nimbusds.oauth2.sdk.util.singleuse.SingleUseChecker;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The proofs that were used while they are still good (RFC 9449 §11.1): in memory, which is enough
 * for an API on one machine; on many machines they belong into a store that all of them share.
 */
class UsedProofs implements SingleUseChecker<DPoPProofUse> {
  private final Map<String, Instant> until = new ConcurrentHashMap<>();

  @Override
  public void markAsUsed(DPoPProofUse proof) throws AlreadyUsedException {
    var now = Instant.now();
    until.values().removeIf(now::isAfter);
    var name = proof.getIssuer().getValue() + '\n' + proof.getJWTID().getValue();
    if (until.putIfAbsent(name, now.plusSeconds(proof.getMaxAge())) != null) {
      throw new AlreadyUsedException("it was used before");
    }
  }
}
