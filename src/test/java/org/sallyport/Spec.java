package org.sallyport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The places in the specifications that a test holds us to, such as {@code RFC 7636 §4.6}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Spec {

  /** Each in the form {@code RFC 6749 §4.1.2}. */
  String[] value();
}
