package org.sallyport.demo.api;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The ways to say no to a caller (RFC 6750 §3, RFC 9449 §7). */
enum Refusal {
  NO_TOKEN(401, "missing_token"),
  INVALID_TOKEN(401, "invalid_token"),
  INVALID_PROOF(401, "invalid_dpop_proof"),
  INSUFFICIENT_USER_AUTHENTICATION(401, "insufficient_user_authentication"),
  INSUFFICIENT_SCOPE(403, "insufficient_scope"),
  MISSING_GROUP(403, "insufficient_scope");

  private static final String BEARER = "Bearer realm=\"Sallyport demo API\"";
  private static final String DPOP = "DPoP algs=\"ES256 PS256\"";

  private final int status;
  private final String code;

  Refusal(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** This refusal in JAX-RS, with the reason in header and body. */
  WebApplicationException because(String reason) {
    return because(reason, "");
  }

  /** The same, with more parameters of the challenge, such as {@code , max_age="20"}. */
  WebApplicationException because(String reason, String parameters) {
    return new WebApplicationException(
        Response.status(status)
            .header(HttpHeaders.WWW_AUTHENTICATE, challenge(reason, parameters))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(body(reason))
            .build());
  }

  /** The same in a servlet. */
  void send(HttpServletResponse response, String reason) throws IOException {
    response.setStatus(status);
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(reason, ""));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(MediaType.APPLICATION_JSON + ";charset=UTF-8");
    response.getWriter().print(body(reason));
  }

  // Both schemes are served; who brought no token is told no error (RFC 6750 §3.1, RFC 9449 §7.2).
  private String challenge(String reason, String parameters) {
    if (this == NO_TOKEN) {
      return BEARER + ", " + DPOP;
    }
    var plain = reason.replaceAll("[\"\\\\]|[^ -~]", "'");
    var error = ", error=\"" + code + "\", error_description=\"" + plain + "\"" + parameters;
    return this == INVALID_PROOF
        ? DPOP + error + ", " + BEARER
        : BEARER + error + ", " + DPOP + error;
  }

  private String body(String reason) {
    return Json.createObjectBuilder()
        .add("error", code)
        .add("error_description", reason)
        .build()
        .toString();
  }
}
