package org.sallyport.demo.api;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who sent a request, where the server itself does not know. */
record Caller(String scheme, ProvedToken token, SecurityContext server) implements SecurityContext {

  @Override
  public Principal getUserPrincipal() {
    return token;
  }

  @Override
  public boolean isUserInRole(String role) {
    return token.getGroups().contains(role);
  }

  @Override
  public boolean isSecure() {
    return server.isSecure();
  }

  @Override
  public String getAuthenticationScheme() {
    return scheme;
  }
}
