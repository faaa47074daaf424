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
import org.sallyport.platform.http.RequestPath;
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
    caching(RequestPath.of(request)).forEach(response::setHeader);
    chain.doFilter(request, response);
  }

  /** How long the answer of a path may be kept; empty where its endpoint says so itself. */
  static Map<String, String> caching(String path) {
    if (path.startsWith("/.well-known/") || path.equals("/oauth2/jwks")) {
      return Map.of();
    }
    return Map.of(
        "Cache-Control", path.startsWith("/assets/") ? "public, max-age=3600" : "no-store");
  }
}
