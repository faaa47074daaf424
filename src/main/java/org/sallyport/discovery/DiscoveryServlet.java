package org.sallyport.discovery;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Endpoint;

/**
 * The metadata, also where the issuer's path stands behind the well-known one (RFC 8414 §3.1): a
 * servlet, because it is asked for often and does next to nothing.
 */
@Endpoint(cors = true, cacheable = true)
@WebServlet({
  "/.well-known/openid-configuration/*",
  "/.well-known/oauth-authorization-server/*",
})
public class DiscoveryServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient MetadataDocument document;
  @Inject transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isOurs(request.getPathInfo())) {
      document.bytes().send(request, response);
      return;
    }
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  private boolean isOurs(@Nullable String inserted) {
    return inserted == null || inserted.equals(settings.identity().path());
  }
}
