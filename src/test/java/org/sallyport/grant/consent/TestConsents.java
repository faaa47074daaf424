package org.sallyport.grant.consent;

import org.sallyport.grant.TestGrants;
import org.sallyport.platform.persistence.Store;

/** The consents of a test, over a real store. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestConsents {
  private TestConsents() {}

  /** The consents of this store. */
  public static Consents of(Store store) {
    var consents = new Consents();
    consents.em = store.em();
    consents.grants = TestGrants.of(store);
    return consents;
  }

  /** The refusals of this store. */
  public static RefusedScopes refusals(Store store) {
    var refusals = new RefusedScopes();
    refusals.em = store.em();
    return refusals;
  }
}
