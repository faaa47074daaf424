package org.sallyport.client.profile;

import java.util.Optional;
import java.util.function.Predicate;
import org.sallyport.protocol.OAuthError;

/**
 * One rule of a profile.
 *
 * @param section where it is written
 * @param must what has to be so
 * @param holds whether it is
 * @param error what breaking it is, if it is another error than usual
 */
record ProfileRule<T>(String section, String must, Predicate<T> holds, Optional<OAuthError> error) {

  static <T> ProfileRule<T> of(String section, String must, Predicate<T> holds) {
    return new ProfileRule<>(section, must, holds, Optional.empty());
  }

  /** The same, where breaking it is this error. */
  ProfileRule<T> refusing(OAuthError other) {
    return new ProfileRule<>(section, must, holds, Optional.of(other));
  }
}
