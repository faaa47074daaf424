package org.sallyport.platform.http.filter;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.RequestPath;
import org.sallyport.platform.http.RequestedEndpoint;
import org.sallyport.platform.page.ContentSecurityPolicy;

/**
 * Puts the headers on every answer that keep browsers from being used against us, and the date,
 * which not every server does (RFC 9110 §6.6.1).
 */
public class HeadersFilter implements RequestFilter {
  private static final Map<String, String> ALWAYS =
      Map.of(
          ContentSecurityPolicy.HEADER,
          ContentSecurityPolicy.POLICY,
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ALWAYS.forEach(response::setHeader);
    response.setHeader("Date", DATE.format(clock.instant()));
    if (settings.identity().secure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    // A cacheable endpoint says itself how long.
    if (!RequestedEndpoint.has(request, Endpoint::cacheable)) {
      response.setHeader("Cache-Control", caching(RequestPath.of(request)));
    }
    chain.doFilter(request, response);
  }

  private static String caching(String path) {
    return path.startsWith("/assets/") ? "public, max-age=3600" : "no-store";
  }
}
