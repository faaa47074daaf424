package org.sallyport.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * A page that is made without Faces, as an answer. Through JAX-RS it goes as bytes: RESTEasy
 * escapes a String of HTML at status 400, so that people would see the source of the page.
 */
public final class HtmlResponse {
  private static final String TYPE = "text/html; charset=UTF-8";

  private HtmlResponse() {}

  /** The page as the answer of a JAX-RS endpoint; no cache keeps it. */
  public static Response.ResponseBuilder of(int status, String html) {
    return Response.status(status)
        .type(TYPE)
        .header("Cache-Control", "no-store")
        .entity(html.getBytes(UTF_8));
  }

  /** The page as the answer of anything else; no cache keeps it. */
  public static void write(HttpServletResponse response, int status, String html)
      throws IOException {
    response.setStatus(status);
    response.setContentType(TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(html);
    response.flushBuffer();
  }
}
