package org.sallyport.grant;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Claims that a request named one by one and that the person allowed, beside those of the scopes
 * (OpenID Connect Core §5.5).
 *
 * <p>The languages that it wants claims in (§5.2) stand among the names, each after a {@code #}.
 *
 * @param userinfo those that userinfo tells
 * @param idToken those that each ID token has, also after a refresh
 */
public record RequestedClaims(Set<String> userinfo, Set<String> idToken) {
  /** None, as of most requests. */
  public static final RequestedClaims NONE = new RequestedClaims(Set.of(), Set.of());

  public RequestedClaims {
    userinfo = Set.copyOf(userinfo);
    idToken = Set.copyOf(idToken);
  }

  /** As the grant keeps them: where there are none, nothing. */
  @Nullable RequestedClaims orNull() {
    return equals(NONE) ? null : this;
  }

  /** As one line, always the same one. */
  @Override
  public String toString() {
    return line(userinfo) + '|' + line(idToken);
  }

  private static String line(Set<String> names) {
    return String.join(" ", new TreeSet<>(names));
  }
}
