package org.sallyport.demo;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the demo's pages may load, talk to and be framed by: this demo and the issuer, no other; and
 * the date, which not every server puts on its answers (RFC 9110 §6.6.1).
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class HeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  @Inject
  @ConfigProperty(name = "demo.issuer")
  String issuer;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var provider = URI.create(issuer).resolve("/").toString();
    var csp =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self' %1$s; frame-src 'self' %1$s; form-action 'self' %1$s; "
            + "frame-ancestors 'self'; base-uri 'none'";
    response.setHeader("Content-Security-Policy", csp.formatted(provider));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-cache");
    response.setDateHeader("Date", System.currentTimeMillis());
    chain.doFilter(request, response);
  }
}
