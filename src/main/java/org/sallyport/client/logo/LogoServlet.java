package org.sallyport.client.logo;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.LastingFile;

/** The logos of clients, as this server has made them. */
@WebServlet("/logos/*")
@Endpoint(cacheable = true)
public class LogoServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern NAME = Pattern.compile("/([0-9a-f]{64})[.]png");

  @Inject transient ClientLogos logos;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var name = NAME.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
    var image = name.matches() ? logos.image(name.group(1)) : Optional.<byte[]>empty();
    LastingFile.send(response, "image/png", image);
  }
}
