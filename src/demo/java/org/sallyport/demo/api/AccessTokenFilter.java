package org.sallyport.demo.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets nobody in without an access token, nobody with an ID token (RFC 9068 §4), and nobody with a
 * token that is bound to what somebody else has (RFC 9449 §7, RFC 8705 §3).
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AccessTokenFilter implements ContainerRequestFilter {
  private static final String DPOP = "DPoP";
  private static final String BEARER = "Bearer";

  @Inject ProvedTokens proved;
  @Inject Certificates certificates;
  @Inject Standing standing;

  @Override
  public void filter(ContainerRequestContext request) {
    var sent = request.getHeaders().getOrDefault("Authorization", List.of());
    if (sent.size() > 1) {
      throw Refusal.INVALID_TOKEN.because("Send one access token.");
    }
    var credentials = sent.isEmpty() ? "" : sent.get(0).strip();
    if (isOf(DPOP, credentials)) {
      var token = proved.token(behind(DPOP, credentials), request);
      standing.mustStand(token);
      request.setSecurityContext(new Caller(DPOP, token, request.getSecurityContext()));
      return;
    }
    var token = bearer(credentials, request);
    certificates.mustFit(token);
    standing.mustStand(token);
  }

  private JsonWebToken bearer(String credentials, ContainerRequestContext request) {
    // Open Liberty injects no token where there is none.
    if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
      // With typ JWT the header does not tell the kinds of token apart; this claim does.
      if (!"access".equals(token.getClaim("token_use"))) {
        throw Refusal.INVALID_TOKEN.because("This is not an access token.");
      }
      return token;
    }
    if (!isOf(BEARER, credentials)) {
      throw Refusal.NO_TOKEN.because("Send an access token in the header Authorization.");
    }
    // Some servers know the scheme in these letters alone.
    var token = proved.unproved(behind(BEARER, credentials));
    request.setSecurityContext(new Caller(BEARER, token, request.getSecurityContext()));
    return token;
  }

  // The name of a scheme has no case (RFC 9110 §11.1).
  private static boolean isOf(String scheme, String credentials) {
    return credentials.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1);
  }

  private static String behind(String scheme, String credentials) {
    return credentials.substring(scheme.length()).strip();
  }
}
