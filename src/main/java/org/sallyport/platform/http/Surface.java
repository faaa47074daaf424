package org.sallyport.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who reads the answers of an endpoint, and so in which form they are. */
public enum Surface {
  /** Programs: JSON. */
  JSON,
  /** People: pages. */
  PAGE;

  private static final List<String> PROGRAMS =
      List.of("/oauth2", "/.well-known", "/health", "/metrics", "/api");

  /** The surface of what was asked for. */
  public static Surface of(HttpServletRequest request) {
    return of(RequestPath.of(request), isFrontChannel(request));
  }

  /** The surface of a path below the context path, where it is known what is there. */
  public static Surface of(String path, boolean frontChannel) {
    return !frontChannel && isForPrograms(path) ? JSON : PAGE;
  }

  // Without a stream, since every request asks this several times.
  private static boolean isForPrograms(String path) {
    for (var program : PROGRAMS) {
      if (path.startsWith(program)
          && (path.length() == program.length() || path.charAt(program.length()) == '/')) {
        return true;
      }
    }
    return false;
  }

  /** Whether applications send browsers there. */
  public static boolean isFrontChannel(HttpServletRequest request) {
    return RequestedEndpoint.has(request, Endpoint::frontChannel);
  }
}
