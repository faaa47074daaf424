package org.sallyport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** The security statements that a test proves, by their numbers in {@code security.properties}. */
@Tag("security")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Security {

  /** The numbers. */
  int[] value();
}
