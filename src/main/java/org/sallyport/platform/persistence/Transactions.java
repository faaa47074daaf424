package org.sallyport.platform.persistence;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Work in a transaction of its own, whatever runs around it. */
@ApplicationScoped
public class Transactions {

  /** Does the work in a new transaction, and commits it before returning. */
  @Transactional(REQUIRES_NEW)
  public <T> T inNew(Supplier<T> work) {
    return work.get();
  }
}
