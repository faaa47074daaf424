package org.sallyport.demo.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Refuses a caller who is not in the group a method is for. */
@Provider
@NeedsGroup("")
@Priority(Priorities.AUTHORIZATION + 1)
public class GroupFilter implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var needed = resource.getResourceMethod().getAnnotation(NeedsGroup.class).value();
    if (!(request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token)
        || token.getGroups() == null
        || !token.getGroups().contains(needed)) {
      throw Refusal.MISSING_GROUP.because("None of your groups may read this.");
    }
  }
}
