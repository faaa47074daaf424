package org.sallyport.protocol.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.protocol.Ascii;

/**
 * The parameters of one request: an empty value counts as absent, and a repeated one is refused
 * where it is read (OAuth 2.1 §3.1, §3.2).
 */
public final class Parameters {
  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The parameters with these decoded values, in the order sent. */
  public static Parameters of(Map<String, List<String>> values) {
    var present = new LinkedHashMap<String, List<String>>();
    values.forEach(
        (name, all) -> {
          var some =
              all.contains("") ? all.stream().filter(v -> !v.isEmpty()).toList() : List.copyOf(all);
          if (!some.isEmpty()) {
            present.put(name, some);
          }
        });
    return new Parameters(present);
  }

  /** The one value of a parameter, if there is one; refuses two. */
  public Optional<String> optional(String name) {
    var all = all(name);
    if (all.size() > 1) {
      throw INVALID_REQUEST.because("parameter " + name + " must not be repeated");
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** The one value of a parameter; refuses none and two. */
  public String required(String name) {
    return optional(name)
        .orElseThrow(() -> INVALID_REQUEST.because("parameter " + name + " is missing"));
  }

  /** All values of a parameter that may be repeated, such as {@code resource} (RFC 8707 §2). */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Refuses a request in which any parameter but these is repeated. */
  public void refuseRepeatedExcept(Set<String> repeatable) {
    values.keySet().stream().filter(n -> !repeatable.contains(n)).forEach(this::optional);
  }

  /** These and the others; what both have is repeated. */
  public Parameters and(Parameters others) {
    var both = new LinkedHashMap<String, List<String>>(values);
    others.values.forEach(
        (name, more) ->
            both.merge(name, more, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    return new Parameters(both);
  }

  /** The names present. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Whether all names and values are ASCII, which most charsets write alike. */
  public boolean areAscii() {
    return Stream.concat(names().stream(), values.values().stream().flatMap(List::stream))
        .allMatch(text -> Ascii.all(text, c -> c < 0x80));
  }

  /** The same with this one value of a parameter, instead of any other. */
  public Parameters with(String name, String value) {
    var all = new LinkedHashMap<String, List<String>>(values);
    all.put(name, List.of(value));
    return new Parameters(all);
  }

  /** The parameters as a map of decoded values. */
  public Map<String, List<String>> asMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
