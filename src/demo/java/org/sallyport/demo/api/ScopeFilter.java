package org.sallyport.demo.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Refuses a token that was not given the scope a method needs (RFC 6750 §3.1). */
@Provider
@NeedsScope("")
@Priority(Priorities.AUTHORIZATION)
public class ScopeFilter implements ContainerRequestFilter {
  @Inject JsonWebToken token;

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var needed = resource.getResourceMethod().getAnnotation(NeedsScope.class).value();
    @Nullable String scope = token.getClaim("scope");
    if (scope == null || !List.of(scope.split(" ")).contains(needed)) {
      request.abortWith(Refusal.INSUFFICIENT_SCOPE.response("It takes the scope " + needed + "."));
    }
  }
}
