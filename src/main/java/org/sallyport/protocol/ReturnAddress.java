package org.sallyport.protocol;

import java.net.URI;
import java.util.Optional;

/**
 * Where and how the answer to an authorization request goes (RFC 6749 §4.1.2).
 *
 * @param uri the redirect URI of this request, already found to be one of the client's
 * @param mode how the answer travels
 * @param state what the client wants back, byte for byte
 */
public record ReturnAddress(String uri, ResponseMode mode, Optional<String> state) {

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
