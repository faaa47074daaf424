package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sallyport.client.profile.SecurityProfile;
import org.sallyport.grant.EndReason;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantCredential.CredentialKind;
import org.sallyport.grant.Grants;
import org.sallyport.grant.RefreshTokenRotation;
import org.sallyport.protocol.Scopes;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.token.Entitlement.ForPerson;

/**
 * Takes a refresh token and gives its successor, safely for whoever has to ask twice (RFC 9700
 * §4.14).
 */
@ApplicationScoped
public class RefreshTokenGrantType implements GrantType {
  @Inject PresentedCredential presented;
  @Inject Audiences reaches;
  @Inject Grants grants;
  @Inject GrantRevocation endings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "refresh_token";
  }

  @Override
  public Entitlement authorize(TokenRequest request) {
    var form = request.form();
    var value = form.required("refresh_token");
    var found = presented.grant(value, CredentialKind.REFRESH_TOKEN, request.client());
    var grant = found.grant();
    mustBeBoundTo(grant, request);
    var person = presented.person(grant);
    var reach = reaches.of(request.client(), grant, scopes(grant, form), form);
    var keeps = SecurityProfile.of(request.client().metadata()).keepsRefreshTokens();
    var generation = keeps ? kept(grant, found.generation()) : rotated(grant, found.generation());
    return new ForPerson(
        request.client(), grant, person, reach, generation, false, request.bound());
  }

  // RFC 9449 §5: what a client that authenticates need not do, since it is bound to that already.
  private static void mustBeBoundTo(Grant grant, TokenRequest request) {
    if (!request.client().confidential()
        && grant.bound().isPresent()
        && !grant.bound().equals(request.bound())) {
      throw INVALID_GRANT.because("the refresh token is bound to another key or certificate");
    }
  }

  // The grant keeps all of its scopes, so a later refresh may ask for them again (RFC 6749 §6).
  private static Scopes scopes(Grant grant, Parameters form) {
    var said = form.optional("scope").map(Scopes::parse).orElse(grant.scopes());
    // As the authorization request, which many clients repeat here (OpenID Connect Core §11).
    var asked = said.filter(s -> !s.equals("offline_access") || grant.scopes().contains(s));
    if (!grant.scopes().containsAll(asked) || (asked.isEmpty() && !said.isEmpty())) {
      throw INVALID_SCOPE.because("scope has values that the person did not allow");
    }
    return asked;
  }

  // FAPI 2.0 Security Profile §5.3.2.1: a rotation that fails half-way locks its client out.
  private int kept(Grant grant, int generation) {
    if (!grants.prolong(grant, generation, clock.instant())) {
      throw INVALID_GRANT.because("the refresh token has expired or was revoked: sign in again");
    }
    return generation;
  }

  private int rotated(Grant grant, int generation) {
    var rotation = grants.rotate(grant, generation, clock.instant());
    if (rotation instanceof RefreshTokenRotation.Rotated next) {
      return next.generation();
    }
    if (rotation instanceof RefreshTokenRotation.Repeated same) {
      return same.generation();
    }
    if (rotation instanceof RefreshTokenRotation.Reused) {
      endings.end(grant, EndReason.REFRESH_TOKEN_REUSED);
      throw INVALID_GRANT.because("the refresh token was used before, so its grant was revoked");
    }
    throw INVALID_GRANT.because("the refresh token has expired or was revoked: sign in again");
  }
}
