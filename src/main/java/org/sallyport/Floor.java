package org.sallyport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on which floor of the house a package stands. A package imports lower floors only, and
 * packages of its own wing, which is the first name below the root.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Floor {

  /** The floor of the annotated package. */
  Level value();

  /** The floors, from the top down. */
  enum Level {
    /** The application itself, which names every door. */
    ROOF,
    /** Where requests come in; no door knows another. */
    DOORS,
    /** What is asked for, and whether it may be. */
    REQUESTS,
    /** What is going on: grants, interactions, tokens. */
    FLOWS,
    /** Who takes part. */
    PARTIES,
    /** What there is, such as APIs and keys; knows no client and no person. */
    CATALOGUE,
    /** What every feature leans on; knows no feature. Its packages may see one another. */
    PLATFORM,
    /** The language of the specifications; no CDI, JPA or JAX-RS. */
    WORDS
  }
}
