package org.sallyport.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The persistence context of the running {@code @Transactional} method: begun at the first use in a
 * transaction, committed and closed with it (Jakarta Transactions §5).
 */
final class TransactionContext implements InvocationHandler {
  private static final Logger LOG = Logger.getLogger(TransactionContext.class.getName());
  private final Supplier<EntityManagerFactory> factory;
  private final TransactionSynchronizationRegistry transactions;

  private TransactionContext(
      Supplier<EntityManagerFactory> factory, TransactionSynchronizationRegistry transactions) {
    this.factory = factory;
    this.transactions = transactions;
  }

  /** An entity manager for all threads; refuses every use outside a transaction. */
  static EntityManager of(
      Supplier<EntityManagerFactory> factory, TransactionSynchronizationRegistry transactions) {
    return (EntityManager)
        Proxy.newProxyInstance(
            TransactionContext.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            new TransactionContext(factory, transactions));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    try {
      return method.invoke(current(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "the entity manager of the running transaction";
    };
  }

  private EntityManager current() {
    if (transactions.getTransactionKey() == null) {
      throw new IllegalStateException(
          "the database is used outside a transaction: annotate the caller with @Transactional");
    }
    if (transactions.getResource(this) instanceof EntityManager current) {
      return current;
    }
    var begun = factory.get().createEntityManager();
    begun.getTransaction().begin();
    CommitFault.forget();
    transactions.putResource(this, begun);
    transactions.registerInterposedSynchronization(new Completion(begun));
    return begun;
  }

  /** Ends the database's transaction as the server's ends. */
  private final class Completion implements Synchronization {
    private final EntityManager current;

    Completion(EntityManager current) {
      this.current = current;
    }

    // Hibernate undoes a transaction that saw a fault, but would say that it was committed.
    @Override
    public void beforeCompletion() {
      if (current.getTransaction().getRollbackOnly()) {
        transactions.setRollbackOnly();
      }
      if (!transactions.getRollbackOnly()) {
        commit();
      }
    }

    private void commit() {
      try {
        current.getTransaction().commit();
      } catch (PersistenceException fault) {
        CommitFault.keep(fault);
        throw fault;
      }
    }

    // A connection that is broken cannot be asked to undo, and need not be.
    @Override
    public void afterCompletion(int status) {
      try {
        if (current.getTransaction().isActive()) {
          current.getTransaction().rollback();
        }
      } catch (PersistenceException e) {
        LOG.log(Level.FINE, "The database undoes the transaction by itself", e);
      } finally {
        current.close();
      }
    }
  }
}
