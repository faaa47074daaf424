package org.sallyport.login;

import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.person.credential.Password;

/** What a person typed into the form. */
record SignInForm(String username, Password password) {

  /** What is to be said of it before it is tried. */
  Optional<SignInError> complaint() {
    var missing =
        Stream.of("username", "password")
            .filter(f -> f.equals("username") ? username.isBlank() : password.typed().isEmpty())
            .toArray(String[]::new);
    if (missing.length > 0) {
      return Optional.of(SignInError.missing(missing));
    }
    return password.isTooLong() ? Optional.of(SignInError.TOO_LONG) : Optional.empty();
  }
}
