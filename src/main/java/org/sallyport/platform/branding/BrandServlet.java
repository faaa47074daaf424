package org.sallyport.platform.branding;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.LastingFile;

/**
 * The logo and the colours of the installation. Their addresses change with them, so caches may
 * keep them for good (RFC 8246).
 */
@WebServlet("/brand/*")
@Endpoint(cacheable = true)
public class BrandServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient BrandingSettings branding;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var file = Optional.ofNullable(request.getPathInfo()).flatMap(branding::file);
    var type = file.map(BrandFile::type).orElse("");
    LastingFile.send(response, type, file.map(BrandFile::bytes));
  }
}
