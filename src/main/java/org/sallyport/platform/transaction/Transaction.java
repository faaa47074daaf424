package org.sallyport.platform.transaction;

import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction of one thread: what is done in it is kept as a whole, or not at all. */
public final class Transaction {

  /** What takes part in a transaction from its first use on: the store. */
  public interface Participant {

    /** Whether something failed in it, so that nothing can be kept any more. */
    boolean failed();

    /** Keeps what was done; throws if it cannot, and then nothing is kept. */
    void commit();

    /** Undoes what was not committed, and lets go of all it holds; throws nothing. */
    void close();
  }

  private @Nullable Participant participant;
  private boolean undone;

  Transaction() {}

  /** The one that takes part; the first call makes it. */
  public Participant participant(Supplier<Participant> begin) {
    var known = participant;
    if (known == null) {
      known = begin.get();
      participant = known;
    }
    return known;
  }

  /** Does the work, and then commits: where it throws, only if that undoes nothing. */
  <T extends @Nullable Object> T end(Callable<T> work, Predicate<Throwable> undoes)
      throws Exception {
    T result;
    try {
      result = work.call();
    } catch (Exception | Error thrown) {
      if (!undoes.test(thrown)) {
        commit();
      }
      throw thrown;
    }
    if (!commit()) {
      throw new IllegalStateException(
          "the work ended well, but something failed in its transaction, so nothing was kept");
    }
    return result;
  }

  private boolean commit() {
    if (undone || (participant != null && participant.failed())) {
      return false;
    }
    if (participant != null) {
      participant.commit();
    }
    return true;
  }

  /** From now on, nothing can be kept. */
  void undo() {
    undone = true;
  }

  void close() {
    if (participant != null) {
      participant.close();
    }
  }
}
