package org.sallyport.demo.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Sends a caller back for another sign-in where a method needs it (RFC 9470 §3). */
@Provider
@NeedsSignIn(acr = "", maxAge = 0)
@Priority(Priorities.AUTHORIZATION + 2)
public class SignInFilter implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var needed = resource.getResourceMethod().getAnnotation(NeedsSignIn.class);
    if (!(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token)
        || !needed.acr().equals(token.getClaim("acr"))
        || !isRecent(token, needed.maxAge())) {
      var demand = ", acr_values=\"" + needed.acr() + "\", max_age=\"" + needed.maxAge() + "\"";
      throw Refusal.INSUFFICIENT_USER_AUTHENTICATION.because("Sign in again for this.", demand);
    }
  }

  // A number of Java or of JSON, as the server has it; a service that signed in nowhere has none.
  private static boolean isRecent(JsonWebToken token, int maxAge) {
    var time = token.getClaim("auth_time");
    return time != null
        && Instant.now()
            .isBefore(Instant.ofEpochSecond(Long.parseLong("" + time)).plusSeconds(maxAge));
  }
}
