package org.sallyport.platform.http.filter;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.ProblemResponses;
import org.sallyport.platform.http.RequestPath;
import org.sallyport.platform.http.Surface;

/**
 * Refuses paths that two readers could read differently, paths that nothing of ours serves, and
 * methods that are not served there: no path of ours has an escape, a matrix parameter or an empty
 * or dotted segment, and no page is reached by the name of its file.
 */
@Dependent
public class PathFilter implements RequestFilter {
  // Possessive, so that a path of many segments takes no deep stack.
  private static final Pattern UNAMBIGUOUS =
      Pattern.compile("/|(?:/(?!\\.\\.?(?:/|$))[A-Za-z0-9._~$@:-]++)++/?");

  @Inject ProblemResponses answers;
  @Inject ServedPaths served;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = RequestPath.of(request);
    var problem = problem(request.getRequestURI(), path, request.getMethod());
    if (problem.isPresent()) {
      answers.send(request, response, problem.get());
      return;
    }
    if (request.getMethod().equals("OPTIONS") && !CorsFilter.isPreflight(request)) {
      response.setHeader("Allow", allow(path));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    chain.doFilter(request, response);
  }

  static boolean isUnambiguous(String uri) {
    return UNAMBIGUOUS.matcher(uri).matches();
  }

  Optional<Problem> problem(String uri, String path, String method) {
    var methods = served.methods(path);
    if (!isUnambiguous(uri) || methods.isEmpty() || endsTwice(path)) {
      return Optional.of(Problem.of(404, "there is nothing at this path"));
    }
    if (methods.contains(method) || (method.equals("OPTIONS") && isForPrograms(path))) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(405, "this method is not served here").with("Allow", allow(path)));
  }

  // JAX-RS would serve it as the path without the slash, which is what all other checks know.
  private static boolean endsTwice(String path) {
    return path.endsWith("/") && !path.equals("/");
  }

  private boolean isForPrograms(String path) {
    return served.surface(path) == Surface.JSON;
  }

  private String allow(String path) {
    var options = isForPrograms(path) ? Stream.of("OPTIONS") : Stream.<String>empty();
    return Stream.concat(served.methods(path).stream(), options).sorted().collect(joining(", "));
  }
}
