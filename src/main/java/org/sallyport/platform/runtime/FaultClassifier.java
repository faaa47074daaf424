package org.sallyport.platform.runtime;

/** Knows faults of one kind, such as the store's; every bean of this type is asked. */
public interface FaultClassifier {
  /** Whether the fault passes by itself, so that the same request may work in a moment. */
  boolean passing(Throwable fault);
}
