package org.sallyport.platform.transaction;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The method runs in the transaction of its caller, or begins one and ends it: as the annotation of
 * this name in Jakarta Transactions §3.7, whose kind {@code REQUIRED} this is, but without the
 * server's transaction manager (decision 88).
 */
@Inherited
@InterceptorBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Transactional {

  /**
   * Unchecked exceptions after which the transaction is committed nevertheless; it is undone after
   * all others. It is committed after checked ones.
   */
  @Nonbinding
  Class<? extends RuntimeException>[] dontRollbackOn() default {};
}
