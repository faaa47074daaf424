package org.sallyport.token;

import static org.sallyport.protocol.OAuthError.INVALID_GRANT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.sallyport.grant.EndReason;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantCredential.CredentialKind;
import org.sallyport.grant.Grants;
import org.sallyport.protocol.OAuthException;
import org.sallyport.token.Entitlement.ForPerson;

/** Redeems an authorization code, once (RFC 6749 §4.1.3, RFC 7636 §4.6). */
@ApplicationScoped
public class AuthorizationCodeGrantType implements GrantType {
  @Inject PresentedCredential presented;
  @Inject Audiences reaches;
  @Inject Grants grants;
  @Inject GrantRevocation endings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "authorization_code";
  }

  @Override
  public Entitlement authorize(TokenRequest request) {
    var form = request.form();
    var grant =
        presented.grant(form.required("code"), CredentialKind.CODE, request.client()).grant();
    mustBeInTime(grant);
    new CodeProof(form, request.bound()).mustAnswer(grant);
    var person = presented.person(grant);
    var reach = reaches.of(request.client(), grant, grant.scopes(), form);
    if (!redeemed(grant, request)) {
      throw replayed(grant);
    }
    return new ForPerson(request.client(), grant, person, reach, 1, true, request.bound());
  }

  // A public client's refresh tokens are bound too: it has nothing else (RFC 9449 §5, 8705 §4).
  private boolean redeemed(Grant grant, TokenRequest request) {
    var bound = request.bound().filter(b -> !request.client().confidential());
    var now = clock.instant();
    return bound.isPresent()
        ? grants.redeem(grant.id(), bound.get(), now)
        : grants.redeem(grant.id(), now);
  }

  private void mustBeInTime(Grant grant) {
    if (grant.expiredUnredeemed(clock.instant())) {
      throw INVALID_GRANT.because("the code has expired: send the person to sign in again");
    }
  }

  // A second use means that the code leaked: what the first one got must end (RFC 6749 §4.1.2).
  private OAuthException replayed(Grant grant) {
    endings.end(grant, EndReason.CODE_REPLAYED);
    return INVALID_GRANT.because("the code was used before or revoked: its tokens are revoked too");
  }
}
