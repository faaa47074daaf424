package org.sallyport.platform.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/** The path that was asked for, below the context path and before any forward. */
final class RequestPath {
  private RequestPath() {}

  /** The path as it was sent, still percent-encoded: {@code /oauth2/token}. */
  static String of(HttpServletRequest request) {
    return sent(request).substring(request.getContextPath().length());
  }

  private static String sent(HttpServletRequest request) {
    return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
        .map(request::getAttribute)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElseGet(request::getRequestURI);
  }
}
