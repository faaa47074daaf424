package org.sallyport.platform.metrics;

import java.util.stream.Stream;

/** Something with numbers to tell; a bean of this type is asked whenever the metrics are. */
public interface Measured {

  /** The numbers as they are now; never waits for anything. */
  Stream<Measure> measures();
}
