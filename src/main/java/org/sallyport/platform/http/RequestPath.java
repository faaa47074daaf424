package org.sallyport.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The path that was asked for, below the context path and before any forward. */
public final class RequestPath {
  private RequestPath() {}

  /** The path as it was sent, still percent-encoded: {@code /oauth2/token}. */
  public static String of(HttpServletRequest request) {
    return sent(request).substring(request.getContextPath().length());
  }

  private static String sent(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
      return failed;
    }
    return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String forwarded
        ? forwarded
        : request.getRequestURI();
  }
}
