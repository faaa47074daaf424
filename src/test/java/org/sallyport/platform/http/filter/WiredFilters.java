package org.sallyport.platform.http.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sallyport.SettableClock;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Several;
import org.sallyport.platform.http.TestEndpoints;
import org.sallyport.platform.http.WiredResponses;
import org.sallyport.platform.page.WiredPages;

/** The filters, wired by hand. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
final class WiredFilters {
  private WiredFilters() {}

  /** Some of what the application serves. */
  static ServedPaths served() {
    var page = Set.of("GET", "HEAD", "POST");
    var read = Set.of("GET", "HEAD");
    var served = new ServedPaths();
    served.know(
        Map.of(
            "/", page,
            "/login", page,
            "/oauth2/authorize", Set.of("GET", "POST"),
            "/oauth2/logout", Set.of("GET", "POST"),
            "/oauth2/token", Set.of("POST"),
            "/oauth2/jwks", read,
            "/.well-known/openid-configuration/*", read,
            "/.well-known/oauth-authorization-server/*", read,
            "/assets/*", read),
        TestEndpoints.ALL);
    return served;
  }

  static PathFilter pathFilter() {
    var filter = new PathFilter();
    filter.answers = WiredResponses.problems();
    filter.served = served();
    return filter;
  }

  static HostFilter hostFilter() {
    var filter = new HostFilter();
    filter.settings = WiredPages.SECURE;
    filter.answers = WiredResponses.problems();
    return filter;
  }

  static DepartureFilter departureFilter() {
    var filter = new DepartureFilter();
    filter.answers = WiredResponses.problems();
    return filter;
  }

  static RequestFilter faultFilter() {
    var headers = headersFilter(WiredPages.SECURE);
    var filter = new FaultFilter();
    filter.faults = WiredResponses.faults(thrown -> false);
    filter.answers = WiredResponses.problems();
    return filter.answeringThrough(
        answer ->
            (request, response) ->
                headers.pass((HttpServletRequest) request, (HttpServletResponse) response, answer));
  }

  static CorsFilter corsFilter(AllowedOrigins origins) {
    var filter = new CorsFilter();
    filter.origins = new Several<>(List.of(origins));
    return filter;
  }

  static HeadersFilter headersFilter(Settings settings) {
    var filter = new HeadersFilter();
    filter.settings = settings;
    filter.clock = new SettableClock(Instant.parse("2026-11-07T09:05:03.9Z"));
    return filter;
  }
}
