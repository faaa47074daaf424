package org.sallyport.protocol.request;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where and how the answer to an authorization request goes (RFC 6749 §4.1.2).
 *
 * @param uri the redirect URI of this request, already found to be one of the client's
 * @param mode how the answer travels
 * @param state what the client wants back, byte for byte
 */
public record ReturnAddress(String uri, ResponseMode mode, Optional<String> state) {
  private static final Pattern LOOPBACK =
      Pattern.compile("127(?:\\.[0-9]+){3}|0\\.0\\.0\\.0|(?:.+\\.)?localhost");

  /** The host as a person should see it; for a private-use scheme the scheme. */
  public String host() {
    var host = URI.create(uri).getHost();
    return isWeb() && host != null ? host : scheme();
  }

  /** Whether it is of the web, not of a private-use scheme (RFC 8252 §7.1). */
  public boolean isWeb() {
    return scheme().equals("https") || scheme().equals("http");
  }

  /**
   * Whether it is on the person's own device, where any program may listen (RFC 8252 §8.3, RFC 6761
   * §6.3).
   */
  public boolean isLoopback() {
    var host = URI.create(uri).getHost();
    return isWeb() && host != null && (LOOPBACK.matcher(host).matches() || isLoopbackOfIpv6(host));
  }

  private static boolean isLoopbackOfIpv6(String host) {
    try {
      // A literal is not looked up.
      return host.startsWith("[") && isLocal(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isLocal(InetAddress address) {
    return address.isLoopbackAddress() || address.isAnyLocalAddress();
  }

  /**
   * The CSP source that lets a form's answer lead here: the origin, or the scheme where an origin
   * cannot be written as one (private-use schemes, IPv6 addresses).
   */
  public String formActionSource() {
    var target = URI.create(uri);
    if (!isWeb() || target.getHost() == null || target.getHost().startsWith("[")) {
      return scheme() + ":";
    }
    var port = target.getPort() == -1 ? "" : ":" + target.getPort();
    return scheme() + "://" + target.getHost() + port;
  }

  private String scheme() {
    return uri.substring(0, uri.indexOf(':'));
  }
}
