package org.sallyport.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where requests come in: every path that is served, with its methods. */
final class Doors {
  private static final Path PAGES = Path.of("src/main/webapp");

  private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> PAGE = Set.of("GET", "HEAD", "POST");
  private static final Set<String> FRONT = Set.of("GET", "POST");
  private static final Set<String> POSTED = Set.of("POST", "OPTIONS");
  private static final Set<String> FILE = Set.of("GET", "HEAD");

  private Doors() {}

  /** The paths, and which methods each serves. */
  static Map<String, Set<String>> all() {
    var doors = first();
    pages().forEach(page -> doors.put(page, PAGE));
    doors.put("/language", Set.of("POST"));
    doors.put("/brand/logo", FILE);
    doors.put("/logos/of-no-client", FILE);
    doors.put("/.well-known/change-password", READ);
    return doors;
  }

  /** Those that differ most in what serves them, each of which has tests of its own. */
  static Stream<String> paths() {
    return first().keySet().stream();
  }

  /** All others, which are alike: most are pages that the same servlet renders. */
  static List<String> others() {
    var others = all();
    others.keySet().removeAll(first().keySet());
    return List.copyOf(others.keySet());
  }

  private static Map<String, Set<String>> first() {
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
    doors.put("/assets/sallyport.css", FILE);
    return doors;
  }

  private static List<String> pages() {
    try (var files = Files.walk(PAGES)) {
      return files
          .map(file -> "/" + PAGES.relativize(file))
          .filter(file -> file.endsWith(".xhtml") && !file.startsWith("/WEB-INF/"))
          .map(file -> file.replaceFirst("(index)?\\.xhtml$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
