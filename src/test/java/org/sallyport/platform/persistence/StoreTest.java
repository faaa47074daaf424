package org.sallyport.platform.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A test with one parameter, the {@link Store}, run on H2 and on PostgreSQL, both empty. */
@ParameterizedTest(name = "on {0}", autoCloseArguments = false)
@ArgumentsSource(Stores.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StoreTest {}
