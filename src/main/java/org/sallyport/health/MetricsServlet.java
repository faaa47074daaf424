package org.sallyport.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.AuthorizationHeader;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.metrics.MetricsText;

/** The metrics, for whoever knows the token; where none is set there is nothing at this path. */
@Endpoint(forOperators = true)
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient Instance<Measured> measured;
  @Inject transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var token = settings.operation().metricsToken();
    if (token.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!proves(request.getHeader("Authorization"), token.get())) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"sallyport metrics\"");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    response.setContentType(MetricsText.TYPE);
    response.getWriter().write(MetricsText.of(measured.stream().flatMap(Measured::measures)));
  }

  private static boolean proves(@Nullable String header, String token) {
    var sent = AuthorizationHeader.parse(header == null ? "" : header);
    return sent.carries("Bearer")
        && MessageDigest.isEqual(sent.credentials().getBytes(UTF_8), token.getBytes(UTF_8));
  }
}
