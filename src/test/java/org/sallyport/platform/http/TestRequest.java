package org.sallyport.platform.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A servlet request as a test says it; what it does not say is absent. */
public final class TestRequest {
  private final Map<String, Object> answers = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();
  private final List<Cookie> cookies = new ArrayList<>();

  /** A request of this method for this path. */
  public TestRequest(String method, String path) {
    answers.put("getMethod", method);
    answers.put("getRequestURI", path);
    answers.put("getContextPath", "");
    answers.put("getRemoteAddr", "192.0.2.7");
    answers.put("getServerName", "id.test");
    answers.put("getContentLengthLong", -1L);
    TestEndpoints.ALL.forEach(
        (mapping, endpoint) -> {
          if (path.equals(mapping.replaceFirst("/\\*$", ""))) {
            attributes.put(RequestedEndpoint.FOUND, endpoint);
          }
        });
  }

  /** The same, with what a method such as {@code getQueryString} answers, or throws. */
  public TestRequest answering(String method, Object value) {
    answers.put(method, value);
    return this;
  }

  /** The same, with a header. */
  public TestRequest header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  /** The same, with a field of its form. */
  public TestRequest parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  /** The same, with an attribute. */
  public TestRequest attribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  /** The same, with a cookie. */
  public TestRequest cookie(String name, String value) {
    cookies.add(new Cookie(name, value));
    return this;
  }

  /** The request. */
  public HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TestRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  private @Nullable Object answer(Method method, @Nullable Object @Nullable [] arguments) {
    if (answers.get(method.getName()) instanceof RuntimeException thrown) {
      throw thrown;
    }
    var first = arguments == null ? "" : String.valueOf(arguments[0]);
    return switch (method.getName()) {
      case "getHeader" -> headers.get(first.toLowerCase(Locale.ROOT));
      case "getHeaderNames" -> Collections.enumeration(headers.keySet());
      case "getHeaders" -> Collections.enumeration(all(first));
      case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(new Cookie[0]);
      case "getParameter" ->
          parameters.containsKey(first) ? parameters.get(first) : answers.get("getParameter");
      case "getAttribute" -> attributes.get(first);
      case "setAttribute" -> attributes.put(first, second(arguments));
      default -> answers.get(method.getName());
    };
  }

  // As on the wire: a header that is there twice is written here with a line break in between.
  private List<String> all(String header) {
    return Optional.ofNullable(headers.get(header.toLowerCase(Locale.ROOT)))
        .map(values -> List.of(values.split("\n")))
        .orElse(List.of());
  }

  private static Object second(@Nullable Object @Nullable [] arguments) {
    if (arguments == null || arguments[1] == null) {
      throw new IllegalArgumentException("an attribute has a value here");
    }
    return arguments[1];
  }
}
