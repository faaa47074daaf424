package org.sallyport.userinfo;

import static org.sallyport.protocol.OAuthError.INSUFFICIENT_SCOPE;
import static org.sallyport.protocol.OAuthError.INVALID_TOKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.sallyport.grant.GrantValidity;
import org.sallyport.grant.Grants;
import org.sallyport.jwt.AccessTokens;
import org.sallyport.person.People;
import org.sallyport.person.ResourceOwner;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Scopes;

/** Finds the person whose access token a request carries (RFC 6750 §3.1). */
@ApplicationScoped
class BearerAuthentication {
  @Inject AccessTokens tokens;
  @Inject GrantValidity standing;
  @Inject Grants grants;
  @Inject People people;
  @Inject BoundTokenCheck possession;

  /**
   * Whom the token speaks of, and what it may tell.
   *
   * @param named claims that the request named one by one
   */
  record Known(ResourceOwner person, Scopes scopes, Set<String> named, ClientId client) {}

  /** Refuses a token that is no good, and one without the scope {@code openid}. */
  Known of(BearerToken value, HttpServletRequest request, HttpServletResponse response) {
    var token = tokens.read(value.value()).orElseThrow(BearerAuthentication::invalid);
    if (!standing.token(token.jti(), token.client(), token.grant(), token.issuedAt())) {
      throw standing.explained(token.client(), token.grant(), token.issuedAt(), invalid());
    }
    possession.mustFit(token, value, request, response);
    if (token.grant().isEmpty() || !token.scopes().contains("openid")) {
      throw INSUFFICIENT_SCOPE.because("the access token needs scope openid");
    }
    var grant = token.grant().flatMap(grants::known).orElseThrow(BearerAuthentication::invalid);
    var person = people.tokenSubject(grant.subject()).orElseThrow(BearerAuthentication::invalid);
    return new Known(person, token.scopes(), grant.claims().userinfo(), token.client());
  }

  static OAuthException invalid() {
    return INVALID_TOKEN.because("the access token is malformed, expired or revoked");
  }
}
