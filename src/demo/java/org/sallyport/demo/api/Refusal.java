package org.sallyport.demo.api;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** The ways to say no to a caller (RFC 6750 §3). */
enum Refusal {
  NO_TOKEN(401),
  INVALID_TOKEN(401),
  INSUFFICIENT_SCOPE(403),
  MISSING_ROLE(403);

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  /** The answer, with the reason in header and body; without a token, no error code is due. */
  Response response(String reason) {
    var code = name().toLowerCase(Locale.ROOT);
    var challenge = "Bearer realm=\"Sallyport demo API\"";
    if (this != NO_TOKEN) {
      challenge += ", error=\"" + code + "\", error_description=\"" + reason + "\"";
    }
    var body = Json.createObjectBuilder().add("error", code).add("error_description", reason);
    return Response.status(status)
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(body.build().toString())
        .build();
  }
}
