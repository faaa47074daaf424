package org.sallyport.demo.api;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The ways to say no to a caller (RFC 6750 §3). */
enum Refusal {
  NO_TOKEN(401, "missing_token"),
  INVALID_TOKEN(401, "invalid_token"),
  INSUFFICIENT_USER_AUTHENTICATION(401, "insufficient_user_authentication"),
  INSUFFICIENT_SCOPE(403, "insufficient_scope"),
  MISSING_ROLE(403, "insufficient_scope");

  private final int status;
  private final String code;

  Refusal(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** The answer of a JAX-RS resource, with the reason in header and body. */
  Response response(String reason) {
    return answer(reason, challenge(reason));
  }

  /** The same, with more parameters of the challenge. */
  Response response(String reason, String parameters) {
    return answer(reason, challenge(reason) + ", " + parameters);
  }

  private Response answer(String reason, String challenge) {
    return Response.status(status)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(body(reason))
        .build();
  }

  /** The same answer of a servlet. */
  void send(HttpServletResponse response, String reason) throws IOException {
    response.setStatus(status);
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(reason));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(MediaType.APPLICATION_JSON + ";charset=UTF-8");
    response.getWriter().print(body(reason));
  }

  private String challenge(String reason) {
    var challenge = "Bearer realm=\"Sallyport demo API\"";
    // Who brought no token is told no error (RFC 6750 §3.1).
    return this == NO_TOKEN
        ? challenge
        : challenge + ", error=\"" + code + "\", error_description=\"" + reason + "\"";
  }

  private String body(String reason) {
    return Json.createObjectBuilder()
        .add("error", code)
        .add("error_description", reason)
        .build()
        .toString();
  }
}
