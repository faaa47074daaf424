package org.sallyport.demo.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says in JSON what the server itself refused; MicroProfile JWT refuses a bad token silently. */
@WebServlet("/refused")
public class RefusedServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (Integer.valueOf(401).equals(status) || isUnknownKey(request, status)) {
      Refusal.INVALID_TOKEN.send(
          response, "The token is not signed by the issuer, not meant for this API, or expired.");
      return;
    }
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().print("{\"error\":\"" + (status == null ? 404 : status) + "\"}");
  }

  // WildFly calls a token whose key it does not know a fault of its own, one without an exception.
  private static boolean isUnknownKey(HttpServletRequest request, @Nullable Object status) {
    return Integer.valueOf(500).equals(status)
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null;
  }
}
