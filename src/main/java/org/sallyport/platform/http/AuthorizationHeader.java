package org.sallyport.platform.http;

/**
 * The value of an Authorization header: a scheme, in whatever case, and behind any number of spaces
 * what it carries (RFC 9110 §11.4).
 */
public record AuthorizationHeader(String scheme, String credentials) {

  /** The header of this value; the credentials are empty if there is nothing but a scheme. */
  public static AuthorizationHeader parse(String value) {
    var parts = value.strip().split("[ \\t]+", 2);
    return new AuthorizationHeader(parts[0], parts.length > 1 ? parts[1] : "");
  }

  /** Whether it carries something in this scheme. */
  public boolean carries(String name) {
    return scheme.equalsIgnoreCase(name) && !credentials.isEmpty();
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return "AuthorizationHeader[" + scheme + "]";
  }
}
