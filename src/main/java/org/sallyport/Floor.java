package org.sallyport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says on which floor of the house a package stands; a package imports lower floors only. */
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
    /** What was allowed. */
    GRANTS,
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
