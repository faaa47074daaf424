package org.sallyport.demo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signing in with Jakarta Security. It sends a nonce but no PKCE challenge, so the client is
 * registered with {@code "require_pkce": "nonce"}.
 */
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "${signIn.issuer}",
    clientId = "${signIn.clientId}",
    clientSecret = "${signIn.clientSecret}",
    redirectURI = "${signIn.callback}",
    scope = {"openid", "profile", "email", "groups"},
    jwksConnectTimeout = 5_000,
    jwksReadTimeout = 5_000,
    claimsDefinition =
        @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "groups"),
    logout = @LogoutDefinition(notifyProvider = true, redirectURI = "${signIn.start}"))
@Named
@ApplicationScoped
public class SignIn {
  @Inject
  @ConfigProperty(name = "demo.issuer")
  String issuer;

  @Inject
  @ConfigProperty(name = "demo.origin")
  String origin;

  @Inject
  @ConfigProperty(name = "demo.web.client-id")
  String clientId;

  @Inject
  @ConfigProperty(name = "demo.web.client-secret")
  String clientSecret;

  /** The authorization server. */
  public String getIssuer() {
    return issuer;
  }

  /** This application's name there. */
  public String getClientId() {
    return clientId;
  }

  /** This application's proof there. */
  public String getClientSecret() {
    return clientSecret;
  }

  /** Where the demo starts, and ends after signing out. */
  public String getStart() {
    return origin + "/demo/";
  }

  /** Where the authorization server sends the browser back to. */
  public String getCallback() {
    return getStart() + "web/callback";
  }
}
