package org.sallyport.discovery;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.sallyport.keys.SigningKeys;
import org.sallyport.platform.http.Endpoint;

/** GET /oauth2/jwks: the keys that our tokens are verified with, from memory (RFC 7517 §5). */
@Endpoint(cors = true, cacheable = true)
@WebServlet("/oauth2/jwks")
public class JwksServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient SigningKeys keys;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    keys.published().bytes().send(request, response);
  }
}
