package org.sallyport.platform.runtime;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What the server has for each application, by its names in JNDI (Jakarta EE Platform §5). */
public final class ServerObjects {
  /** Makes threads that know the application (Jakarta Concurrency §3.4.5). */
  static final String THREAD_FACTORY = "java:comp/DefaultManagedThreadFactory";

  /** Knows whether a transaction runs (Jakarta Transactions §4.4). */
  public static final String TRANSACTIONS = "java:comp/TransactionSynchronizationRegistry";

  private ServerObjects() {}

  /**
   * Looks one up. An injected {@code @Resource} would be the same; but Payara swallows whatever
   * goes wrong when it injects one, and leaves the field null.
   *
   * @throws IllegalStateException if the server does not have it, or it is something else; with
   *     what the server said
   */
  @SuppressWarnings("BanJNDI") // the names are constants
  public static <T> T find(String name, Class<T> type) {
    try {
      return type.cast(new InitialContext().lookup(name));
    } catch (NamingException | ClassCastException e) {
      throw new IllegalStateException(
          "the server gives no " + type.getSimpleName() + " at " + name, e);
    }
  }
}
