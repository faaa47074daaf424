package org.sallyport.demo.web;

import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Ends the session here when the authorization server says that it is over there: its userinfo
 * endpoint refuses the access token of a person who signed out elsewhere.
 */
@WebFilter("/*")
public class StillSignedIn extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  @Inject transient OpenIdContext openId;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getUserPrincipal() != null && over()) {
      request.getSession().invalidate();
      response.sendRedirect(request.getContextPath() + "/");
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean over() throws IOException {
    var userinfo = openId.getProviderMetadata().getString("userinfo_endpoint");
    var question =
        HttpRequest.newBuilder(URI.create(userinfo))
            .header("Authorization", "Bearer " + openId.getAccessToken().getToken())
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 401;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
