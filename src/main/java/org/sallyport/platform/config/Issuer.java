package org.sallyport.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sallyport.protocol.address.InternationalNames;

/**
 * The issuer identifier: an https URL without query, fragment and trailing slash (RFC 8414 §2);
 * http only on this very machine.
 */
public final class Issuer {
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private final String value;
  private final String path;
  private final String authority;

  /** The issuer of this URL; refuses any that cannot be one. */
  public Issuer(String value) {
    InternationalNames.advice(value).ifPresent(advice -> check(false, advice));
    var uri = parse(value);
    check("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()), "is not an http URL");
    check(uri.getHost() != null && uri.getRawUserInfo() == null, "names no host, or a user");
    check(value.equals(value.strip()) && uri.getRawQuery() == null, "has a query");
    check(uri.getRawFragment() == null, "has a fragment");
    check(PATH.matcher(uri.getRawPath()).matches(), "has a trailing slash or an unusual path");
    check(uri.getHost().equals(uri.getHost().toLowerCase(Locale.ROOT)), "has capitals in the host");
    check(uri.getPort() != ("https".equals(uri.getScheme()) ? 443 : 80), "names the default port");
    check(
        "https".equals(uri.getScheme()) || onLoopback(uri), "is http on a host that is not local");
    this.value = value;
    this.path = uri.getRawPath();
    this.authority = uri.getRawAuthority();
  }

  /** The URL itself. */
  public String value() {
    return value;
  }

  /** Scheme, host and port, as a browser's Origin header has them. */
  public String origin() {
    return value.substring(0, value.length() - path.length());
  }

  /** The path, empty or with a leading slash. */
  public String path() {
    return path;
  }

  /** Host and port, as in a Host header. */
  public String authority() {
    return authority;
  }

  /** Whether browsers speak TLS with it. */
  public boolean secure() {
    return value.startsWith("https:");
  }

  /** Refuses a deployment under another path: its own pages would lead nowhere. */
  public void refuseUnlessAt(String contextPath) {
    if (!path.equals(contextPath)) {
      throw new ConfigurationException(
          "setting issuer",
          "its path is '" + path + "' but the application is deployed at '" + contextPath + "'",
          "deploy it at the issuer's path, or set the issuer to " + origin() + contextPath);
    }
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean onLoopback(URI uri) {
    return LOOPBACK.matcher(uri.getHost()).matches();
  }

  private static URI parse(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw wrong("is not a URL");
    }
  }

  private static void check(boolean right, String wrong) {
    if (!right) {
      throw wrong(wrong);
    }
  }

  private static ConfigurationException wrong(String what) {
    return new ConfigurationException(
        "setting issuer",
        "it " + what,
        "write it like https://id.example.org or http://localhost:8080");
  }
}
