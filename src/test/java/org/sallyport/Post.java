package org.sallyport;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sallyport.protocol.request.Parameters;

/** A form post, as far as an endpoint looks at it: its parameters and its headers. */
public record Post(
    Map<String, List<String>> form, Map<String, List<String>> headers, String query) {

  /** A post of these names and values, alternating; one without a value is left out. */
  public static Post of(String... form) {
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var i = 0; i < form.length; i += 2) {
      parameters.put(form[i], List.of(form[i + 1]));
    }
    return new Post(parameters, Map.of(), "");
  }

  /** The same with this value of a parameter, instead of any other. */
  public Post with(String name, String... values) {
    var parameters = new LinkedHashMap<>(form);
    parameters.put(name, List.of(values));
    return new Post(parameters, headers, query);
  }

  /** The same with these values of a header. */
  public Post sending(String name, String... values) {
    var all = new LinkedHashMap<>(headers);
    all.put(name, List.of(values));
    return new Post(form, all, query);
  }

  /** The same with these Authorization headers. */
  public Post authorized(String... values) {
    return sending("Authorization", values);
  }

  /** The same with these DPoP headers. */
  public Post proving(String... values) {
    return sending("DPoP", values);
  }

  /** The same, for an answer of this media type. */
  public Post accepting(String type) {
    return sending("Accept", type);
  }

  /** The same with a query in its address. */
  public Post asking(String newQuery) {
    return new Post(form, headers, newQuery);
  }

  /** What its body says. */
  public Parameters parameters() {
    return Parameters.of(form);
  }

  /** What the server sees of it. */
  public HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Post.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> answer(method, arguments == null ? "" : arguments[0]));
  }

  private @Nullable Object answer(Method method, Object argument) {
    return switch (method.getName()) {
      case "getQueryString" -> query.isEmpty() ? null : query;
      case "getHeaders" -> Collections.enumeration(headers(argument));
      case "getMethod" -> "POST";
      case "getHeader" -> headers(argument).stream().findFirst().orElse(null);
      case "getContentType" -> "application/x-www-form-urlencoded";
      case "getRemoteAddr" -> "192.0.2.1";
      case "getAttribute", "setAttribute" -> null;
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private List<String> headers(Object name) {
    var usual =
        name.equals("Content-Type")
            ? List.of("application/x-www-form-urlencoded")
            : List.<String>of();
    return headers.getOrDefault(name.toString(), usual);
  }
}
