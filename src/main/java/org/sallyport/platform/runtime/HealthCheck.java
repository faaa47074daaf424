package org.sallyport.platform.runtime;

import java.util.Optional;

/** Something that must work for this node to be ready; every bean of this type is asked. */
public interface HealthCheck {
  /** Its name in the answer of {@code /health/ready}. */
  String name();

  /** What is wrong, in words that may be read by anyone; empty if nothing is. */
  Optional<String> problem();

  /** What should be mended, but keeps nobody from anything; empty if nothing is. */
  default Optional<String> warning() {
    return Optional.empty();
  }
}
