package org.sallyport.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * The answer with a file whose address changes when the file does: caches may keep it for good (RFC
 * 8246 §2).
 */
public final class LastingFile {
  private LastingFile() {}

  /** Sends the file, or 404 if there is none: another node may have it in a moment. */
  public static void send(HttpServletResponse response, String type, Optional<byte[]> file)
      throws IOException {
    if (file.isEmpty()) {
      response.setHeader("Cache-Control", "no-store");
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setContentType(type);
    response.setContentLength(file.get().length);
    response.getOutputStream().write(file.get());
  }
}
