package org.sallyport.client;

import java.util.function.Predicate;

/**
 * One rule of a profile.
 *
 * @param section where it is written
 * @param must what has to be so
 * @param holds whether it is
 */
record Rule<T>(String section, String must, Predicate<T> holds) {

  static <T> Rule<T> of(String section, String must, Predicate<T> holds) {
    return new Rule<>(section, must, holds);
  }
}
