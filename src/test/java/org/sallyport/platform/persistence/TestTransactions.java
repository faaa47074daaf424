package org.sallyport.platform.persistence;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transactions of a server, as far as one resource needs them, one stack for each thread. */
final class TestTransactions implements TransactionSynchronizationRegistry {
  private final ThreadLocal<Deque<Running>> stack = ThreadLocal.withInitial(ArrayDeque::new);

  /** Does the work in a new transaction; rolls back and throws on where it throws. */
  <T> T inNew(Supplier<T> work) {
    var running = new Running();
    stack.get().push(running);
    try {
      var result = attempt(work, running);
      if (running.rollbackOnly) {
        throw new IllegalStateException("the transaction was marked for rollback");
      }
      return result;
    } finally {
      running.afterCompletion();
      stack.get().pop();
    }
  }

  private static <T> T attempt(Supplier<T> work, Running running) {
    try {
      var result = work.get();
      running.beforeCompletion();
      return result;
    } catch (RuntimeException | Error e) {
      running.rollbackOnly = true;
      throw e;
    }
  }

  private Running running() {
    var running = stack.get().peek();
    if (running == null) {
      throw new IllegalStateException("no transaction");
    }
    return running;
  }

  @Override
  public @Nullable Object getTransactionKey() {
    return stack.get().peek();
  }

  @Override
  public void putResource(Object key, Object value) {
    running().resources.put(key, value);
  }

  @Override
  public @Nullable Object getResource(Object key) {
    return running().resources.get(key);
  }

  @Override
  public void registerInterposedSynchronization(Synchronization synchronization) {
    running().synchronizations.add(synchronization);
  }

  @Override
  public int getTransactionStatus() {
    return stack.get().isEmpty() ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
  }

  @Override
  public void setRollbackOnly() {
    running().rollbackOnly = true;
  }

  @Override
  public boolean getRollbackOnly() {
    return running().rollbackOnly;
  }

  /** One transaction. */
  private static final class Running {
    final Map<Object, Object> resources = new HashMap<>();
    final List<Synchronization> synchronizations = new ArrayList<>();
    boolean rollbackOnly;

    void beforeCompletion() {
      if (!rollbackOnly) {
        synchronizations.forEach(Synchronization::beforeCompletion);
      }
    }

    void afterCompletion() {
      var status = rollbackOnly ? Status.STATUS_ROLLEDBACK : Status.STATUS_COMMITTED;
      synchronizations.forEach(s -> s.afterCompletion(status));
    }
  }
}
