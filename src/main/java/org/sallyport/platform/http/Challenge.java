package org.sallyport.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sallyport.protocol.OAuthError;

/**
 * The value of WWW-Authenticate: in the scheme that the endpoint takes (RFC 6749 §5.2, 6750 §3).
 */
final class Challenge {
  private static final String REALM = " realm=\"sallyport\"";

  private Challenge() {}

  /** The challenge that belongs to a problem, if one does. */
  static Optional<String> of(HttpServletRequest request, Problem problem) {
    if (problem.error() == OAuthError.INVALID_CLIENT) {
      return Optional.of("Basic" + REALM + ", charset=\"UTF-8\"");
    }
    var bearer =
        switch (problem.error()) {
          case INVALID_TOKEN, INSUFFICIENT_SCOPE -> true;
          case INVALID_REQUEST -> RequestPath.of(request).equals("/oauth2/userinfo");
          default -> false;
        };
    return bearer ? Optional.of("Bearer" + REALM + detail(request, problem)) : Optional.empty();
  }

  // RFC 6750 §3.1: to a request that shows no token, no error is told.
  private static String detail(HttpServletRequest request, Problem problem) {
    if (request.getHeader("Authorization") == null && "GET".equals(request.getMethod())) {
      return "";
    }
    return ", error=\"%s\", error_description=\"%s\""
        .formatted(problem.error().code(), problem.refusal().reason());
  }
}
