package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
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
@Dependent
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

  private volatile WrittenDate written = new WrittenDate(Long.MIN_VALUE, "");

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ALWAYS.forEach(response::setHeader);
    response.setHeader("Date", date());
    if (settings.identity().secure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    // A cacheable endpoint says itself how long.
    if (!RequestedEndpoint.has(request, Endpoint::cacheable)) {
      response.setHeader("Cache-Control", caching(RequestPath.of(request)));
    }
    chain.doFilter(request, response);
  }

  // Written once a second, however many are answered in it.
  private String date() {
    var now = clock.instant().getEpochSecond();
    var known = written;
    if (known.second() != now) {
      known = new WrittenDate(now, DATE.format(Instant.ofEpochSecond(now)));
      written = known;
    }
    return known.text();
  }

  /** A second, as the header has it. */
  private record WrittenDate(long second, String text) {}

  private static String caching(String path) {
    return path.startsWith("/assets/") ? "public, max-age=3600" : "no-store";
  }
}
