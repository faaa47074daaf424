package org.sallyport.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.metrics.Tally;

/** How many requests were answered, with which status, and how long that took. */
@ApplicationScoped
public class Traffic implements Measured {
  private static final String ENDPOINT = "endpoint";
  private static final String ASSETS = "/assets";

  private final Tally requests =
      new Tally(Family.counter("requests_total", "Requests by endpoint and status"));
  private final Tally seconds =
      new Tally(Family.counter("request_seconds_total", "Time that requests took, by endpoint"));
  private volatile Set<String> endpoints = Set.of();

  @Inject BeanManager beans;

  /** Learns which endpoints there are, so that nobody can have us count others. */
  void know(ServletContext context) {
    var known = new HashSet<String>();
    context.getServletRegistrations().values().stream()
        .flatMap(servlet -> servlet.getMappings().stream())
        .map(mapping -> mapping.replaceFirst("/\\*$", ""))
        .filter(mapping -> mapping.startsWith("/"))
        .forEach(known::add);
    context.getResourcePaths("/").stream()
        .filter(file -> file.endsWith(".xhtml"))
        .map(file -> file.replaceFirst("(index)?\\.xhtml$", ""))
        .forEach(known::add);
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .map(type -> "/oauth2/" + type.getAnnotation(Path.class).value())
        .forEach(known::add);
    know(known);
  }

  void know(Collection<String> paths) {
    endpoints = Set.copyOf(paths);
  }

  /** Counts a request for this path. */
  void answered(String path, int status, Duration took) {
    var endpoint = endpoint(path);
    requests.count(Map.of(ENDPOINT, endpoint, "status", Integer.toString(status)));
    seconds.add(Map.of(ENDPOINT, endpoint), took.toNanos() / 1e9);
  }

  private String endpoint(String path) {
    if (path.startsWith(ASSETS + "/")) {
      return ASSETS;
    }
    return endpoints.contains(path) ? path : "other";
  }

  @Override
  public Stream<Measure> measures() {
    return Stream.concat(requests.measures(), seconds.measures());
  }
}
