package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Specializes;
import java.util.Optional;
import java.util.Set;

/** Serves the servlet by which the in-container tests are run, beside what the product serves. */
@Specializes
@ApplicationScoped
public class WithTestRunner extends ServedPaths {
  private static final String RUNNER = "/ArquillianServletRunner";

  @Override
  Set<String> methods(String path) {
    return path.startsWith(RUNNER) ? Set.of("GET", "POST") : super.methods(path);
  }

  @Override
  Optional<String> endpoint(String path) {
    return path.startsWith(RUNNER) ? Optional.of(RUNNER) : super.endpoint(path);
  }
}
