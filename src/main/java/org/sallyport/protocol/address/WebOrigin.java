package org.sallyport.protocol.address;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.protocol.Ascii;

/**
 * A web origin as a browser sends it: scheme, host, and port if it is not the usual one (RFC 6454
 * §6.2). Those of applications in a web view have a scheme of their own.
 */
public record WebOrigin(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#@\\\\*,\\s]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("127\\.0\\.0\\.1|\\[::1]|(?:[a-z0-9-]++\\.)*+localhost");
  // What has no origin of its own, or one that is everybody's.
  private static final Set<String> OPAQUE = Set.of("file", "data", "blob", "about", "javascript");

  /** Refuses what no browser would send so, and http that is not of this very machine. */
  public WebOrigin {
    InternationalNames.advice(value).ifPresent(advice -> rule(false, advice));
    rule(
        FORM.matcher(value).matches() && Ascii.all(value, c -> c < 0x7f),
        "must be scheme://host or scheme://host:port, without a path, a wildcard or null");
    var uri = parse(value);
    var host = Optional.ofNullable(uri.getHost()).orElse("");
    rule(!host.isEmpty(), "must have a host");
    rule(
        host.chars().noneMatch(Character::isUpperCase) && !OPAQUE.contains(uri.getScheme()),
        "must have its host in lower case, and a scheme that has origins");
    rule(value.equals(origin(uri)), "must leave out the port that is usual for its scheme");
    rule(
        !uri.getScheme().equals("http") || LOOPBACK.matcher(host).matches(),
        "must be https; http is for localhost, 127.0.0.1 and [::1] only");
  }

  /** The origin of a URI that has a host, as a browser would send it. */
  static String origin(URI uri) {
    var usual = usualPort(uri.getScheme());
    var port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }

  private static int usualPort(String scheme) {
    return switch (scheme) {
      case "https" -> 443;
      case "http" -> 80;
      default -> -1;
    };
  }

  private static URI parse(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw INVALID_CLIENT_METADATA.because("an origin must be scheme://host or with :port");
    }
  }

  private static void rule(boolean holds, String must) {
    if (!holds) {
      throw INVALID_CLIENT_METADATA.because("an origin " + must);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
