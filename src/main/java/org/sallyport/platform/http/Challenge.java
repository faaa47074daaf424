package org.sallyport.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.sallyport.platform.jose.Verification;
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
      return Optional.of(ofClients(request));
    }
    var token =
        switch (problem.error()) {
          case INVALID_TOKEN, INSUFFICIENT_SCOPE -> true;
          case INVALID_REQUEST, INVALID_DPOP_PROOF, USE_DPOP_NONCE -> takesTokens(request);
          default -> false;
        };
    return token ? Optional.of(scheme(request) + detail(request, problem)) : Optional.empty();
  }

  // RFC 6749 §5.2: in the scheme that was used. A browser has a dialog of its own for Basic, which
  // nobody shall meet who never sent it; for a scheme that it does not know it has none.
  private static String ofClients(HttpServletRequest request) {
    return tried(request).scheme().equalsIgnoreCase("Basic")
        ? "Basic" + REALM + ", charset=\"UTF-8\""
        : "ClientAuthentication" + REALM;
  }

  /** Whether access tokens are shown at the endpoint, so that it challenges as an API does. */
  static boolean takesTokens(HttpServletRequest request) {
    return RequestedEndpoint.has(request, Endpoint::protectedResource);
  }

  // RFC 9449 §7.1: in the scheme that was tried, with what its proofs may be signed by.
  private static String scheme(HttpServletRequest request) {
    return tried(request).scheme().equalsIgnoreCase("DPoP")
        ? "DPoP" + REALM + ", algs=\"" + String.join(" ", Verification.ASYMMETRIC) + "\""
        : "Bearer" + REALM;
  }

  private static AuthorizationHeader tried(HttpServletRequest request) {
    return AuthorizationHeader.parse(
        Objects.requireNonNullElse(request.getHeader("Authorization"), ""));
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
