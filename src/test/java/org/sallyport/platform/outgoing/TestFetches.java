package org.sallyport.platform.outgoing;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/** Where a test waits for other hosts. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestFetches {
  private TestFetches() {}

  /** One that knows of no transaction, so that all is fetched at once. */
  public static Fetches atOnce() {
    return in(() -> false);
  }

  /** One that is told whether a transaction runs. */
  static Fetches in(BooleanSupplier transaction) {
    var fetches = new Fetches();
    fetches.transactions =
        (TransactionSynchronizationRegistry)
            Proxy.newProxyInstance(
                TestFetches.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> transaction.getAsBoolean() ? "a transaction" : null);
    return fetches;
  }
}
