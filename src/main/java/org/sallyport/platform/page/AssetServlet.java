package org.sallyport.platform.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet, the mark and the scripts. The server's own servlet for files would answer the
 * name of a folder by a redirect to whatever Host the request names, before any filter of ours.
 */
@WebServlet({"/assets/*", "/META-INF/*", "/WEB-INF/*"})
public class AssetServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern NAME = Pattern.compile("/[a-z0-9-]+[.](css|js|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml;charset=UTF-8");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var type = type(request.getServletPath(), request.getPathInfo());
    var file =
        type.isPresent() ? read("/assets" + request.getPathInfo()) : Optional.<byte[]>empty();
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(type.orElseThrow());
    response.setContentLength(file.get().length);
    response.getOutputStream().write(file.get());
  }

  private Optional<byte[]> read(String path) throws IOException {
    try (var file = getServletContext().getResourceAsStream(path)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    }
  }

  /** The media type of what is asked for, if such a file may be here. */
  static Optional<String> type(String folder, @Nullable String file) {
    var name = NAME.matcher(folder.equals("/assets") && file != null ? file : "");
    return name.matches() ? Optional.ofNullable(TYPES.get(name.group(1))) : Optional.empty();
  }
}
