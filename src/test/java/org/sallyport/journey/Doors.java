package org.sallyport.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where requests come in: every path that is served, with its methods. */
final class Doors {
  private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> PAGE = Set.of("GET", "HEAD", "POST");
  private static final Set<String> FRONT = Set.of("GET", "POST");
  private static final Set<String> POSTED = Set.of("POST", "OPTIONS");

  private Doors() {}

  /** The paths, and which methods each serves. */
  static Map<String, Set<String>> all() {
    var doors = new LinkedHashMap<String, Set<String>>();
    Stream.of("/oauth2/token", "/oauth2/par", "/oauth2/introspect", "/oauth2/revoke")
        .forEach(path -> doors.put(path, POSTED));
    doors.put("/oauth2/userinfo", Set.of("GET", "HEAD", "POST", "OPTIONS"));
    Stream.of("/oauth2/authorize", "/oauth2/logout").forEach(path -> doors.put(path, FRONT));
    Stream.of("/", "/login", "/consent", "/logout").forEach(path -> doors.put(path, PAGE));
    Stream.of(
            "/oauth2/jwks",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server",
            "/health/live",
            "/health/ready",
            "/metrics")
        .forEach(path -> doors.put(path, READ));
    doors.put("/assets/sallyport.css", Set.of("GET", "HEAD"));
    return doors;
  }

  /** The paths alone. */
  static Stream<String> paths() {
    return all().keySet().stream();
  }
}
