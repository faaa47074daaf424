package org.sallyport.demo.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The scope that the person must have allowed the application (RFC 6750 §3.1). */
@NameBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface NeedsScope {
  /** The scope, as the access token lists it. */
  String value();
}
