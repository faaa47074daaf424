package org.sallyport.demo.spa;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the pages where the demo and its authorization server are. */
@WebServlet("/settings.json")
public class SettingsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Inject
  @ConfigProperty(name = "demo.issuer")
  String issuer;

  @Inject
  @ConfigProperty(name = "demo.origin")
  String origin;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var settings =
        Json.createObjectBuilder().add("issuer", issuer).add("start", origin + "/demo/").build();
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().print(settings);
  }
}
