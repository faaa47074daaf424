package org.sallyport.health;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;

/**
 * Live: the process answers. Ready: what it needs answers too, and if not, 503 and what is wrong.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Readiness readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var problems =
        "/health/ready".equals(request.getServletPath())
            ? readiness.problems()
            : Map.<String, String>of();
    response.setStatus(problems.isEmpty() ? 200 : 503);
    response.setContentType("application/json");
    response.getWriter().write(json(problems).toString());
  }

  static JsonObject json(Map<String, String> problems) {
    var wrong = Json.createObjectBuilder();
    problems.forEach(wrong::add);
    return Json.createObjectBuilder()
        .add("status", problems.isEmpty() ? "up" : "down")
        .add("problems", wrong)
        .build();
  }
}
