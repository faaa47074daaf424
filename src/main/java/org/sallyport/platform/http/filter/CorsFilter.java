package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.RequestedEndpoint;

/**
 * Lets scripts of registered origins read what programs are answered, without cookies (RFC 9700
 * §2.6, Fetch §3.3); the authorization endpoint is none of these.
 */
@Dependent
public class CorsFilter implements RequestFilter {
  private static final List<String> OF_OURS =
      List.of("Authorization", "Content-Type", "DPoP", "x-fapi-interaction-id");
  // RFC 9110 §5.6.2.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final int MOST_HEADERS = 50;

  @Inject Instance<AllowedOrigins> origins;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isShared(request)) {
      chain.doFilter(request, response);
      return;
    }
    response.addHeader("Vary", "Origin");
    var origin = request.getHeader("Origin");
    var allowed = origin != null && origins.stream().anyMatch(o -> o.allows(origin));
    if (allowed) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader(
          "Access-Control-Expose-Headers",
          "WWW-Authenticate, Retry-After, DPoP-Nonce, x-fapi-interaction-id");
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if (isPreflight(request)) {
      preflight(request, response, allowed);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isShared(HttpServletRequest request) {
    return RequestedEndpoint.has(request, Endpoint::cors);
  }

  /** Whether a browser asks before it lets a script send the request itself. */
  static boolean isPreflight(HttpServletRequest request) {
    return isShared(request)
        && "OPTIONS".equals(request.getMethod())
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void preflight(
      HttpServletRequest request, HttpServletResponse response, boolean allowed) {
    if (allowed) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST");
      response.setHeader("Access-Control-Allow-Headers", headers(request));
      response.setHeader("Access-Control-Max-Age", "600");
      response.addHeader("Vary", "Access-Control-Request-Headers");
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  // Libraries add headers of their own, such as traceparent, and none of them means anything here.
  private static String headers(HttpServletRequest request) {
    var asked =
        Collections.list(request.getHeaders("Access-Control-Request-Headers")).stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(String::strip)
            .filter(name -> NAME.matcher(name).matches())
            .limit(MOST_HEADERS);
    var all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    var names = Stream.concat(OF_OURS.stream(), asked).filter(all::add);
    return names.collect(Collectors.joining(", "));
  }
}
