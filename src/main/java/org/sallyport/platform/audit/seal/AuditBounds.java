package org.sallyport.platform.audit.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What an audit is measured by.
 *
 * @param now what time it is
 * @param retention how long rows are kept: older ones may be missing, younger ones may not
 * @param known codes of checkpoints that were kept elsewhere, by their numbers
 */
public record AuditBounds(Instant now, Duration retention, Map<Long, String> known) {
  public AuditBounds {
    known = Map.copyOf(known);
  }
}
