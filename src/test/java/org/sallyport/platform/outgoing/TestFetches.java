package org.sallyport.platform.outgoing;

import org.sallyport.platform.transaction.Transactions;

/** Where a test waits for other hosts. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestFetches {
  private TestFetches() {}

  /** One that knows of no transaction, so that all is fetched at once. */
  public static Fetches atOnce() {
    return beside(new Transactions());
  }

  /** One that waits for no host while one of these transactions runs. */
  static Fetches beside(Transactions transactions) {
    var fetches = new Fetches();
    fetches.transactions = transactions;
    return fetches;
  }
}
