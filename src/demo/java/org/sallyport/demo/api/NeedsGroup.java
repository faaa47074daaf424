package org.sallyport.demo.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The group that the person must be in. {@code @RolesAllowed} asks the server, which knows nothing
 * of a token that it has not verified itself.
 */
@NameBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface NeedsGroup {
  /** The group, as the access token lists it. */
  String value();
}
