package org.sallyport.platform.http;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request came from: the peer of the connection, whatever its headers claim. */
public final class ClientAddress {
  private ClientAddress() {}

  /** The address of the peer. */
  public static String of(HttpServletRequest request) {
    return request.getRemoteAddr();
  }
}
