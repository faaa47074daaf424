package org.sallyport.platform.transaction;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs what is {@link Transactional} in a transaction. */
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class TransactionInterceptor {
  @Inject Transactions transactions;

  /** Does the call in the running transaction, or in one that begins and ends with it. */
  @AroundInvoke
  public @Nullable Object serve(InvocationContext call) throws Exception {
    return transactions.inOne(call::proceed, thrown -> undoes(call, thrown));
  }

  private static boolean undoes(InvocationContext call, Throwable thrown) {
    var unchecked = thrown instanceof RuntimeException || thrown instanceof Error;
    return unchecked && Stream.of(rule(call).dontRollbackOn()).noneMatch(c -> c.isInstance(thrown));
  }

  private static Transactional rule(InvocationContext call) {
    var ofMethod = call.getMethod().getAnnotation(Transactional.class);
    return ofMethod != null
        ? ofMethod
        : call.getTarget().getClass().getAnnotation(Transactional.class);
  }
}
