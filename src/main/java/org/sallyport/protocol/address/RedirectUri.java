package org.sallyport.protocol.address;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A redirect URI as registered for an application (OAuth 2.1 §2.3, RFC 8252 §7).
 *
 * @param value the URI, kept byte for byte
 * @param application where the application runs: only a native one may use a private-use scheme and
 *     any port of a loopback address
 */
public record RedirectUri(String value, ApplicationType application) {
  private static final Pattern LOOPBACK =
      Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]))(?::([1-9][0-9]{0,4}))?((?:[/?].*)?)");

  public RedirectUri {
    RedirectUriRules.check(value, application);
  }

  /**
   * Whether a request may name this redirect URI so: by the same characters, except that a native
   * application may listen on any port of its loopback address (RFC 8252 §7.3).
   */
  public boolean matches(String requested) {
    return value.equals(requested) || sameLoopback(requested);
  }

  /** The scheme, such as {@code https} or {@code com.example.app}. */
  public String scheme() {
    return value.substring(0, value.indexOf(':'));
  }

  /** The host as it stands in the URI; none for most private-use schemes. */
  public Optional<String> host() {
    return Optional.ofNullable(URI.create(value).getHost());
  }

  /** The web origin (RFC 6454 §4), without a default port; none for a private-use scheme. */
  public Optional<String> origin() {
    return scheme().startsWith("http")
        ? Optional.of(WebOrigin.origin(URI.create(value)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }

  private boolean sameLoopback(String requested) {
    if (application != ApplicationType.NATIVE) {
      return false;
    }
    var ours = LOOPBACK.matcher(value);
    var theirs = LOOPBACK.matcher(requested);
    return ours.matches()
        && theirs.matches()
        && ours.group(1).equals(theirs.group(1))
        && ours.group(3).equals(theirs.group(3))
        && portExists(theirs);
  }

  private static boolean portExists(Matcher loopback) {
    return loopback.group(2) == null || Integer.parseInt(loopback.group(2)) <= 65_535;
  }
}
