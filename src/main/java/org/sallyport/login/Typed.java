package org.sallyport.login;

import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.person.Password;

/** What a person typed into the form. */
record Typed(String username, Password password) {

  /** What is to be said of it before it is tried. */
  Optional<Complaint> complaint() {
    var missing =
        Stream.of("username", "password")
            .filter(f -> f.equals("username") ? username.isBlank() : password.typed().isEmpty())
            .toArray(String[]::new);
    if (missing.length > 0) {
      return Optional.of(Complaint.missing(missing));
    }
    return password.isTooLong() ? Optional.of(Complaint.TOO_LONG) : Optional.empty();
  }
}
