package org.sallyport.demo.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets nobody in without an access token, and nobody with an ID token (RFC 9068 §4). */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessTokenFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    // Open Liberty injects no token where there is none.
    if (!(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token)) {
      request.abortWith(Refusal.NO_TOKEN.response("Send an access token as a bearer token."));
      return;
    }
    // With typ JWT the header does not tell the kinds of token apart; this claim does.
    if (!"access".equals(token.getClaim("token_use"))) {
      request.abortWith(Refusal.INVALID_TOKEN.response("This is not an access token."));
    }
  }
}
