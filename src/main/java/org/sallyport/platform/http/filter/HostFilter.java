package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.config.Issuer;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.ProblemResponses;
import org.sallyport.platform.http.RequestPath;
import org.sallyport.platform.http.RequestedEndpoint;
import org.sallyport.platform.http.Surface;

/**
 * Refuses requests for another host than the issuer's (RFC 9110 §15.5.20), or the one that clients
 * with certificates reach it at; what watches us may call us as it likes.
 */
@Dependent
public class HostFilter implements RequestFilter {
  @Inject Settings settings;
  @Inject ProblemResponses answers;

  @Override
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var issuer = settings.identity();
    if (Collections.list(request.getHeaders("Host")).size() > 1) {
      answers.send(request, response, Problem.of(400, "there must not be two Host headers"));
      return;
    }
    var path = RequestPath.of(request);
    if (RequestedEndpoint.has(request, Endpoint::forOperators)
        || isOurs(issuer, request)
        || isAlias(path, request)) {
      chain.doFilter(request, response);
      return;
    }
    var reason = "this server is " + issuer.authority() + " and answers to no other Host";
    answers.send(request, response, Problem.of(421, reason));
  }

  // RFC 8705 §5: for programs alone, so that all pages and their cookies stay at the issuer's.
  private boolean isAlias(String path, HttpServletRequest request) {
    return path.startsWith("/oauth2/")
        && Surface.of(request) == Surface.JSON
        && settings.mtls().alias().filter(alias -> isOurs(alias, request)).isPresent();
  }

  // In the absolute form of a request line the server takes the name from there, not from Host.
  private static boolean isOurs(Issuer issuer, HttpServletRequest request) {
    var name = request.getServerName();
    return isOurs(issuer, request.getHeader("Host"))
        && (issuer.authority() + ":").startsWith(name.toLowerCase(Locale.ROOT) + ":");
  }

  static boolean isOurs(Issuer issuer, @Nullable String host) {
    if (host == null) {
      return false;
    }
    var lower = host.toLowerCase(Locale.ROOT);
    var standardPort = issuer.secure() ? ":443" : ":80";
    return lower.equals(issuer.authority()) || lower.equals(issuer.authority() + standardPort);
  }
}
