package org.sallyport.platform.audit.seal;

import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param sealed how many rows are in chains
 * @param unsealed how many are not yet, which nothing authenticates
 * @param checkpoints how many checkpoints there are
 * @param begin what the audit begins with, where older rows were deleted by retention
 * @param newest the number and the code of the newest checkpoint, to be kept elsewhere
 * @param faults what is broken or missing, a sentence each
 */
public record AuditReport(
    long sealed,
    long unsealed,
    long checkpoints,
    Optional<String> begin,
    Optional<String> newest,
    List<String> faults) {
  public AuditReport {
    faults = List.copyOf(faults);
  }

  /** Whether nothing is broken or missing. */
  public boolean isWhole() {
    return faults.isEmpty();
  }
}
