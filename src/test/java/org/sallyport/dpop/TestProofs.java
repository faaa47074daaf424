package org.sallyport.dpop;

import java.time.Clock;
import org.sallyport.grant.TestMac;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.sweep.TestUsedOnce;

/** The reader of proofs, over the store of a test. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestProofs {
  private TestProofs() {}

  /** One of the nodes that share this store. */
  public static DpopProofs over(Store store, Clock clock) {
    return over(store, clock, nonces(clock, 1));
  }

  static DpopProofs over(Store store, Clock clock, DpopNonces nonces) {
    var proofs = new DpopProofs();
    proofs.nonces = nonces;
    proofs.used = TestUsedOnce.in(store);
    proofs.settings = TestSettings.standard();
    proofs.clock = clock;
    return proofs;
  }

  /** The nonces of a server with this secret. */
  static DpopNonces nonces(Clock clock, int secret) {
    var nonces = new DpopNonces();
    nonces.mac = new TestMac((byte) secret);
    nonces.clock = clock;
    return nonces;
  }
}
