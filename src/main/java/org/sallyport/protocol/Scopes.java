package org.sallyport.protocol;

import static java.util.stream.Collectors.toCollection;
import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Scope values, each once, in the order given (RFC 6749 §3.3). */
public record Scopes(Set<String> values) {
  private static final int LONGEST = 4_000;

  /** No scope at all. */
  public static final Scopes NONE = new Scopes(Set.of());

  public Scopes {
    values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    if (!values.stream().allMatch(Scopes::isScopeToken)) {
      throw INVALID_SCOPE.because("a scope value has a character that RFC 6749 3.3 forbids");
    }
  }

  /** The scopes of a space-separated list; refuses more than 4,000 characters. */
  public static Scopes parse(String list) {
    if (list.length() > LONGEST) {
      throw INVALID_SCOPE.because("scope is longer than " + LONGEST + " characters");
    }
    return new Scopes(
        Arrays.stream(list.split(" "))
            .filter(s -> !s.isEmpty())
            .collect(toCollection(LinkedHashSet::new)));
  }

  /** These scopes. */
  public static Scopes of(String... values) {
    return new Scopes(new LinkedHashSet<>(Arrays.asList(values)));
  }

  /** Whether this scope is one of them. */
  public boolean contains(String scope) {
    return values.contains(scope);
  }

  /** Whether all of the others are among these. */
  public boolean containsAll(Scopes others) {
    return values.containsAll(others.values);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Those that are among the others too. */
  public Scopes intersect(Scopes others) {
    return filter(others.values::contains);
  }

  /** Those that are not among the others. */
  public Scopes minus(Scopes others) {
    return filter(s -> !others.values.contains(s));
  }

  /** These and the others. */
  public Scopes plus(Scopes others) {
    var all = new LinkedHashSet<>(values);
    all.addAll(others.values);
    return new Scopes(all);
  }

  /** Those that the test accepts. */
  public Scopes filter(Predicate<String> test) {
    return new Scopes(values.stream().filter(test).collect(toCollection(LinkedHashSet::new)));
  }

  /** As on the wire: separated by single spaces. */
  @Override
  public String toString() {
    return String.join(" ", values);
  }

  /** The same values, order aside. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Scopes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The scopes of any collection of values. */
  public static Scopes of(Collection<String> values) {
    return new Scopes(new LinkedHashSet<>(values));
  }

  private static boolean isScopeToken(String s) {
    return !s.isEmpty() && Ascii.all(s, c -> c > 0x20 && c <= 0x7e && c != '"' && c != '\\');
  }
}
