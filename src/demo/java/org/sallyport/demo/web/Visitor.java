package org.sallyport.demo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who is signed in, for the page. */
@Named
@RequestScoped
public class Visitor {
  @Inject OpenIdContext openId;

  /** The name to greet with. */
  public String getName() {
    return openId.getClaims().getName().orElse(openId.getSubject());
  }

  /** The e-mail address, or nothing. */
  public String getEmail() {
    return openId.getClaims().getEmail().orElse("");
  }

  /** The groups, which are the roles here. */
  public List<String> getGroups() {
    return openId.getClaims().getArrayStringClaim("groups");
  }

  /** When the password was typed, whichever application it was for. */
  public Instant getSignedInAt() {
    return openId.getIdentityToken().getJwtClaims().getNumericDateClaim("auth_time").orElseThrow();
  }

  /** What the ID token says. */
  public Map<String, Object> getClaims() {
    return openId.getIdentityToken().getClaims();
  }
}
