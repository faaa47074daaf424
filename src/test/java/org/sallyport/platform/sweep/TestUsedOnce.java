package org.sallyport.platform.sweep;

import org.sallyport.platform.persistence.Store;

/** What was used once, in the store of a test. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestUsedOnce {
  private TestUsedOnce() {}

  /** The one over this store. */
  public static UsedOnce in(Store store) {
    var used = new UsedOnce();
    used.em = store.em();
    return used;
  }
}
