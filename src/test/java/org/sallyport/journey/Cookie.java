package org.sallyport.journey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A cookie as the server set it, with its attributes in lower case. */
public record Cookie(String name, String value, Set<String> attributes) {

  static Cookie parse(String header) {
    var parts = header.split(";\\s*");
    var pair = parts[0].split("=", 2);
    var attributes =
        Arrays.stream(parts)
            .skip(1)
            .map(a -> a.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return new Cookie(pair[0], pair[1], attributes);
  }

  /** Whether this one takes the cookie away. */
  boolean clears() {
    return value.isEmpty() || attributes.contains("max-age=0");
  }
}
