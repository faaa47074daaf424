package org.sallyport.demo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who is signed in, for the page. */
@Named
@RequestScoped
public class Visitor {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

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
  public String getGroups() {
    return String.join(", ", openId.getClaims().getArrayStringClaim("groups"));
  }

  /** When the password was typed, whichever application it was for. */
  public Instant getSignedInAt() {
    return openId.getIdentityToken().getJwtClaims().getNumericDateClaim("auth_time").orElseThrow();
  }

  /** The same, for people to read. */
  public String getSignedInAtText() {
    return TIME.format(getSignedInAt());
  }

  /** What the ID token says, by name. */
  public Map<String, Object> getClaims() {
    return new TreeMap<>(openId.getIdentityToken().getClaims());
  }
}
