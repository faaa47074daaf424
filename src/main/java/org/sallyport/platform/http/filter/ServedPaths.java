package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.RequestPath;
import org.sallyport.platform.http.RequestedEndpoint;
import org.sallyport.platform.http.Surface;

/**
 * The paths that this application serves, and their methods. What else a server would answer at
 * other paths (its own servlets, pages and files) is not reached.
 */
@ApplicationScoped
public class ServedPaths {
  private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD", "POST");
  private static final Map<String, String> SERVLET_METHODS =
      Map.of("doGet", "GET", "doPost", "POST", "doPut", "PUT", "doDelete", "DELETE");

  private volatile Map<String, Set<String>> exact = Map.of();
  private volatile Map<String, Set<String>> below = Map.of();
  private volatile Map<String, Endpoint> endpoints = Map.of();

  @Inject BeanManager beans;

  /** Reads them from the servlets, the pages and the JAX-RS resources of the application. */
  void know(ServletContext context) {
    var known = new HashMap<String, Set<String>>();
    var traits = new HashMap<String, Endpoint>();
    pages(context, "/")
        .map(file -> file.replaceFirst("(index)?\\.xhtml$", ""))
        .forEach(page -> known.put(page, PAGE_METHODS));
    var servlets = context.getServletRegistrations().values().stream().flatMap(ServedPaths::ofOurs);
    var resources =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(Bean::getBeanClass)
            .filter(type -> type.isAnnotationPresent(Path.class))
            .map(type -> new Mapped(path(type), type, methodsOf(type)));
    Stream.concat(servlets, resources)
        .forEach(
            mapped -> {
              known.put(mapped.mapping(), mapped.methods());
              Optional.ofNullable(mapped.type().getAnnotation(Endpoint.class))
                  .ifPresent(endpoint -> traits.put(mapped.mapping(), endpoint));
            });
    know(known, traits);
  }

  // Those in WEB-INF are parts of pages; a server serves nothing from there.
  private static Stream<String> pages(ServletContext context, String folder) {
    return context.getResourcePaths(folder).stream()
        .filter(file -> !file.endsWith("-INF/"))
        .flatMap(file -> file.endsWith("/") ? pages(context, file) : Stream.of(file))
        .filter(file -> file.endsWith(".xhtml"));
  }

  /**
   * Takes them from here: a path that ends in {@code /*} stands for all below it too.
   *
   * @param known the methods of each path
   * @param traits what the endpoints say of themselves, by their paths
   */
  void know(Map<String, Set<String>> known, Map<String, Endpoint> traits) {
    endpoints =
        traits.entrySet().stream()
            .collect(Collectors.toMap(e -> withoutStar(e.getKey()), Map.Entry::getValue));
    exact =
        known.entrySet().stream()
            .collect(Collectors.toMap(e -> withoutStar(e.getKey()), Map.Entry::getValue));
    below =
        known.entrySet().stream()
            .filter(e -> e.getKey().endsWith("/*"))
            .collect(Collectors.toMap(e -> withoutStar(e.getKey()) + "/", Map.Entry::getValue));
  }

  /** The methods that are served at a path; none if there is nothing. */
  Set<String> methods(String path) {
    var methods = exact.get(path);
    return methods != null ? methods : found(path).map(below::get).orElse(Set.of());
  }

  /** The endpoint that serves a path, as it is counted; empty if there is none. */
  Optional<String> endpoint(String path) {
    return exact.containsKey(path) ? Optional.of(path) : found(path).map(ServedPaths::withoutSlash);
  }

  /** The paths of the endpoints that have a trait, without the context path. */
  public Set<String> paths(Predicate<Endpoint> trait) {
    return endpoints.entrySet().stream()
        .filter(e -> trait.test(e.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Keeps with a request which endpoint it is for, if it is for one. */
  void mark(HttpServletRequest request) {
    at(RequestPath.of(request)).ifPresent(e -> RequestedEndpoint.keep(request, e));
  }

  /** Who reads the answers of what is at a path. */
  Surface surface(String path) {
    return Surface.of(path, at(path).filter(Endpoint::frontChannel).isPresent());
  }

  private Optional<Endpoint> at(String path) {
    return endpoint(path).map(endpoints::get);
  }

  private Optional<String> found(String path) {
    return below.keySet().stream().filter(path::startsWith).findFirst();
  }

  /** A resource of ours, or a servlet at one of its mappings. */
  private record Mapped(String mapping, Class<?> type, Set<String> methods) {}

  // Ours alone: those of the server and of Faces override other methods, or are of other packages.
  private static Stream<Mapped> ofOurs(ServletRegistration servlet) {
    if (!servlet.getClassName().startsWith("org.sallyport.")) {
      return Stream.empty();
    }
    try {
      var loader = ServedPaths.class.getClassLoader();
      var type = Class.forName(servlet.getClassName(), false, loader);
      var methods = servletMethods(type);
      return methods.isEmpty()
          ? Stream.empty()
          : servlet.getMappings().stream().map(mapping -> new Mapped(mapping, type, methods));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> servletMethods(Class<?> type) {
    return HttpServlet.class.isAssignableFrom(type)
        ? withHead(
            Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> Stream.ofNullable(SERVLET_METHODS.get(method.getName()))))
        : Set.of();
  }

  private static String path(Class<?> resource) {
    return "/oauth2/" + resource.getAnnotation(Path.class).value();
  }

  // A GET of the front channel gives out a code or ends a session, and HEAD must do nothing (RFC
  // 9110 §9.3.2).
  private static Set<String> methodsOf(Class<?> resource) {
    var methods =
        Arrays.stream(resource.getMethods())
            .flatMap(method -> Arrays.stream(method.getAnnotations()))
            .flatMap(on -> Stream.ofNullable(on.annotationType().getAnnotation(HttpMethod.class)))
            .map(HttpMethod::value);
    var endpoint = resource.getAnnotation(Endpoint.class);
    return endpoint != null && endpoint.frontChannel()
        ? methods.collect(Collectors.toUnmodifiableSet())
        : withHead(methods);
  }

  private static Set<String> withHead(Stream<String> methods) {
    var all = methods.collect(Collectors.toCollection(TreeSet::new));
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return Set.copyOf(all);
  }

  private static String withoutStar(String mapping) {
    return mapping.replaceFirst("/\\*$", "");
  }

  private static String withoutSlash(String prefix) {
    return prefix.substring(0, prefix.length() - 1);
  }
}
