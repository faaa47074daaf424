package org.sallyport.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** Who reads the answers of an endpoint, and so in which form they are. */
public enum Surface {
  /** Programs: JSON. */
  JSON,
  /** People: pages. */
  PAGE;

  private static final List<String> PROGRAMS =
      List.of("/oauth2", "/.well-known", "/health", "/metrics", "/api");
  private static final Set<String> FRONT_CHANNEL = Set.of("/oauth2/authorize", "/oauth2/logout");

  /** The surface of the path that was asked for. */
  public static Surface of(HttpServletRequest request) {
    return ofPath(RequestPath.of(request));
  }

  /** The surface of a path below the context path. */
  public static Surface ofPath(String path) {
    var programs = PROGRAMS.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
    return programs && !isFrontChannel(path) ? JSON : PAGE;
  }

  /** Whether applications send browsers there. */
  public static boolean isFrontChannel(String path) {
    return FRONT_CHANNEL.contains(path);
  }
}
