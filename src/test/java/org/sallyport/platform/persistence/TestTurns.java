package org.sallyport.platform.persistence;

import java.time.Clock;

/** Turns over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestTurns {
  private TestTurns() {}

  /** What {@code @Inject Turn} gives in the server. */
  public static ClusterLock in(Store store) {
    var turns = new ClusterLock();
    turns.em = store.em();
    turns.transactions = store.transactions();
    turns.clock = Clock.systemUTC();
    return turns;
  }
}
