package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  @Inject BeanManager beans;

  /** Reads them from the servlets, the pages and the JAX-RS resources of the application. */
  void know(ServletContext context) {
    var known = new HashMap<String, Set<String>>();
    context.getServletRegistrations().values().forEach(servlet -> addServlet(servlet, known::put));
    context.getResourcePaths("/").stream()
        .filter(file -> file.endsWith(".xhtml"))
        .map(file -> file.replaceFirst("(index)?\\.xhtml$", ""))
        .forEach(page -> known.put(page, PAGE_METHODS));
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .forEach(type -> addResource(type, known::put));
    know(known);
  }

  /** Takes them from here: a path that ends in {@code /*} stands for all below it too. */
  void know(Map<String, Set<String>> known) {
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

  private Optional<String> found(String path) {
    return below.keySet().stream().filter(path::startsWith).findFirst();
  }

  private static void addServlet(
      ServletRegistration servlet, BiConsumer<String, Set<String>> known) {
    var methods = methodsOf(servlet.getClassName());
    if (!methods.isEmpty()) {
      servlet.getMappings().forEach(mapping -> known.accept(mapping, methods));
    }
  }

  // Ours alone: those of the server and of Faces override other methods, or are of other packages.
  private static Set<String> methodsOf(String className) {
    if (!className.startsWith("org.sallyport.")) {
      return Set.of();
    }
    try {
      var type = Class.forName(className, false, ServedPaths.class.getClassLoader());
      return HttpServlet.class.isAssignableFrom(type)
          ? withHead(
              Arrays.stream(type.getDeclaredMethods())
                  .flatMap(method -> Stream.ofNullable(SERVLET_METHODS.get(method.getName()))))
          : Set.of();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addResource(Class<?> type, BiConsumer<String, Set<String>> known) {
    var path = "/oauth2/" + type.getAnnotation(Path.class).value();
    var methods =
        Arrays.stream(type.getMethods())
            .flatMap(method -> Arrays.stream(method.getAnnotations()))
            .flatMap(on -> Stream.ofNullable(on.annotationType().getAnnotation(HttpMethod.class)))
            .map(HttpMethod::value);
    // A GET there gives out a code or ends a session, and HEAD must do nothing (RFC 9110 §9.3.2).
    known.accept(
        path,
        Surface.isFrontChannel(path)
            ? methods.collect(Collectors.toUnmodifiableSet())
            : withHead(methods));
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
