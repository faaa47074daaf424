package org.sallyport.platform.http.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.http.body.MediaTypes;

/**
 * A request as JAX-RS sees it, without what would make its implementations log. Jersey logs the
 * address, with all that is in its query, where the server found parameters beside an empty body;
 * our resources read forms from the body, and queries from the address. RESTEasy logs a stack trace
 * for each header that it cannot parse, before any resource is asked; languages are chosen
 * elsewhere.
 */
final class ResourceRequest extends HttpServletRequestWrapper {
  ResourceRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public @Nullable String getParameter(String name) {
    return null;
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return null;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.emptyEnumeration();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public @Nullable String getContentType() {
    var type = super.getContentType();
    return type != null && MediaTypes.isOne(type) ? type : null;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase("Content-Type") ? getContentType() : super.getHeader(name);
  }

  // This is where JAX-RS takes them all from; a single one, such as the language, is asked for by
  // our own code.
  @Override
  public Enumeration<String> getHeaders(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "accept-language", "content-language" -> Collections.emptyEnumeration();
      case "content-type" -> readable(super.getHeaders(name));
      default -> super.getHeaders(name);
    };
  }

  private static Enumeration<String> readable(Enumeration<String> types) {
    var all = Collections.list(types);
    return Collections.enumeration(
        all.stream().allMatch(MediaTypes::isOne) ? all : List.<String>of());
  }
}
