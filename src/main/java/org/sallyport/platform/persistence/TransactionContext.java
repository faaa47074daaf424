package org.sallyport.platform.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.transaction.Transaction;
import org.sallyport.platform.transaction.Transactions;

/**
 * The persistence context of the running {@code @Transactional} method: begun at the first use in a
 * transaction, committed and closed with it.
 */
final class TransactionContext implements InvocationHandler {
  private static final Logger LOG = Logger.getLogger(TransactionContext.class.getName());
  private final Supplier<EntityManagerFactory> factory;
  private final Transactions transactions;

  private TransactionContext(Supplier<EntityManagerFactory> factory, Transactions transactions) {
    this.factory = factory;
    this.transactions = transactions;
  }

  /** An entity manager for all threads; refuses every use outside a transaction. */
  static EntityManager of(Supplier<EntityManagerFactory> factory, Transactions transactions) {
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
    var running = transactions.running();
    if (running == null) {
      throw new IllegalStateException(
          "the database is used outside a transaction: annotate the caller with @Transactional");
    }
    return ((Context) running.participant(this::begin)).manager;
  }

  private Context begin() {
    var begun = factory.get().createEntityManager();
    begun.getTransaction().begin();
    return new Context(begun);
  }

  /** One persistence context, on one connection. */
  private record Context(EntityManager manager) implements Transaction.Participant {

    // Hibernate undoes a transaction that saw a fault, but would say that it was committed.
    @Override
    public boolean failed() {
      return manager.getTransaction().getRollbackOnly();
    }

    @Override
    public void commit() {
      manager.getTransaction().commit();
    }

    // A connection that is broken cannot be asked to undo, and need not be.
    @Override
    public void close() {
      try {
        if (manager.getTransaction().isActive()) {
          manager.getTransaction().rollback();
        }
      } catch (PersistenceException e) {
        LOG.log(Level.FINE, "The database undoes the transaction by itself", e);
      } finally {
        manager.close();
      }
    }
  }
}
