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
  private static final String DPOP = "DPoP ";

  @Inject ProvedTokens proved;
  @Inject Certificates certificates;

  @Override
  public void filter(ContainerRequestContext request) {
    var sent = request.getHeaders().getOrDefault("Authorization", List.of());
    if (sent.size() > 1) {
      throw Refusal.INVALID_TOKEN.because("Send one access token.");
    }
    if (sent.stream().anyMatch(s -> s.regionMatches(true, 0, DPOP, 0, DPOP.length()))) {
      var token = proved.token(sent.get(0).substring(DPOP.length()).strip(), request);
      request.setSecurityContext(new Caller(token, request.getSecurityContext()));
      return;
    }
    // Open Liberty injects no token where there is none.
    if (!(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token)) {
      throw Refusal.NO_TOKEN.because("Send an access token in the header Authorization.");
    }
    // With typ JWT the header does not tell the kinds of token apart; this claim does.
    if (!"access".equals(token.getClaim("token_use"))) {
      throw Refusal.INVALID_TOKEN.because("This is not an access token.");
    }
    certificates.mustFit(token);
  }
}
