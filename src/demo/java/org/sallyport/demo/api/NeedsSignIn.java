package org.sallyport.demo.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** How the person must have signed in, and how recently (RFC 9470 §3). */
@NameBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface NeedsSignIn {
  /** The authentication context class, as the access token has it in {@code acr}. */
  String acr();

  /** How many seconds ago the sign-in may have been. */
  int maxAge();
}
