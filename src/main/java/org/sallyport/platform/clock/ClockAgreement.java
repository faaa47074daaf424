package org.sallyport.platform.clock;

import java.time.Instant;
import java.util.Optional;

/** The time, for what cannot be undone: there is none while the clocks disagree. */
public interface ClockAgreement {

  /** The time that rows may be deleted and keys be replaced by, if enough clocks agree on it. */
  Optional<Instant> time();
}
