package org.sallyport.demo.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses a token that was not given the scope a method needs (RFC 6750 §3.1). */
@Provider
@NeedsScope("")
@Priority(Priorities.AUTHORIZATION)
public class ScopeFilter implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var needed = resource.getResourceMethod().getAnnotation(NeedsScope.class).value();
    if (!(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token)
        || !(token.getClaim("scope") instanceof String scope)
        || !List.of(scope.split(" ")).contains(needed)) {
      throw Refusal.INSUFFICIENT_SCOPE.because("It takes the scope " + needed + ".");
    }
  }
}
