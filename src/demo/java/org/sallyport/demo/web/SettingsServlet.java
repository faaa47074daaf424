package org.sallyport.demo.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the single-page application where everything is. */
@WebServlet("/spa/settings.json")
public class SettingsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Inject transient SignIn signIn;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var settings =
        Json.createObjectBuilder()
            .add("issuer", signIn.getIssuer())
            .add("start", signIn.getStart())
            .build();
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().print(settings);
  }
}
