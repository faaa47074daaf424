package org.sallyport.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses paths that two readers could read differently, and methods that nothing here serves: no
 * path of ours has an escape, a matrix parameter or an empty or dotted segment, and no page is
 * reached by the name of its file.
 */
public class PathFilter implements Step {
  private static final Pattern UNAMBIGUOUS =
      Pattern.compile("/|(/(?!\\.\\.?(/|$))[A-Za-z0-9._~$@:-]+)+/?");
  private static final Set<String> OF_PAGES = Set.of("GET", "HEAD", "POST");
  private static final Set<String> OF_FRONT_CHANNEL = Set.of("GET", "POST");
  private static final Set<String> OF_PROGRAMS =
      Set.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE");

  @Inject Answers answers;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var problem = problem(request.getRequestURI(), RequestPath.of(request), request.getMethod());
    if (problem.isPresent()) {
      answers.send(request, response, problem.get());
      return;
    }
    chain.doFilter(request, response);
  }

  static boolean isUnambiguous(String uri) {
    return UNAMBIGUOUS.matcher(uri).matches();
  }

  static Optional<Problem> problem(String uri, String path, String method) {
    if (!isUnambiguous(uri) || uri.endsWith(".xhtml") || endsTwice(path)) {
      return Optional.of(Problem.of(404, "there is nothing at this path"));
    }
    if (!served(path).contains(method)) {
      return Optional.of(
          Problem.of(405, "this method is not served here").with("Allow", allow(path)));
    }
    return Optional.empty();
  }

  // JAX-RS would serve it as the path without the slash, which is what all other checks know.
  private static boolean endsTwice(String path) {
    return path.endsWith("/") && !path.equals("/");
  }

  private static Set<String> served(String path) {
    // A GET there gives out a code or ends a session, and HEAD must do nothing (RFC 9110 §9.3.2).
    if (Surface.isFrontChannel(path)) {
      return OF_FRONT_CHANNEL;
    }
    return Surface.ofPath(path) == Surface.PAGE ? OF_PAGES : OF_PROGRAMS;
  }

  private static String allow(String path) {
    return Surface.isFrontChannel(path) ? "GET, POST" : "GET, HEAD, POST";
  }
}
