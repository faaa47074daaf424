package org.sallyport.health;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.json.Json;

/**
 * Live: the process answers. Ready: what it needs answers too, and if not, 503 and what is wrong.
 */
@Endpoint(forOperators = true)
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Readiness readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var ready = "/health/ready".equals(request.getServletPath());
    var problems = ready ? readiness.problems() : Map.<String, String>of();
    var warnings = ready ? readiness.warnings() : Map.<String, String>of();
    response.setStatus(problems.isEmpty() ? 200 : 503);
    response.setContentType("application/json");
    response.getWriter().write(json(problems, warnings).toString());
  }

  static JsonObject json(Map<String, String> problems, Map<String, String> warnings) {
    var json =
        Json.createObjectBuilder()
            .add("status", problems.isEmpty() ? "up" : "down")
            .add("problems", object(problems));
    if (!warnings.isEmpty()) {
      json.add("warnings", object(warnings));
    }
    return json.build();
  }

  private static JsonObject object(Map<String, String> texts) {
    var object = Json.createObjectBuilder();
    texts.forEach(object::add);
    return object.build();
  }
}
