package org.sallyport.request;

import java.util.function.Consumer;
import org.sallyport.protocol.BrokenRule;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.RequestParameter;

/**
 * The rules for authorization requests, in the order in which they are checked, whichever endpoint
 * takes the request. A refusal tells which of them was broken, unless a parameter alone is
 * malformed: then {@link RequestParameter} tells it.
 */
enum AuthorizationRule {
  PROFILE(
      "FAPI 2.0 Security Profile §5.3, FAPI 1.0 Advanced §5.2",
      "",
      "what the profile of the client demands",
      request -> request.arrival().mustFollowTheProfileOf(request.client())),
  PUSHED(
      "RFC 9126 §5",
      "request_uri",
      "a reference to a pushed request",
      request -> request.arrival().mustBePushedIfRequiredOf(request.client())),
  SIGNED(
      "RFC 9101 §10.5",
      "request",
      "a signed request object",
      request -> request.arrival().mustBeSignedIfRequiredOf(request.client())),
  SECTOR(
      "OpenID Connect Core §8.1",
      "redirect_uri",
      "redirect URIs that the sector of the client lists",
      RequestInCheck::mustBeOfItsSector),
  ID_TOKEN_HINT(
      "OpenID Connect Core §3.1.2.1",
      "id_token_hint",
      "an ID token that this server gave this client",
      RequestInCheck::shortenHint),
  WELL_FORMED(
      "RFC 6749 §3.1, §4.1.1", "", "parameters that are known, once each", RequestInCheck::parse),
  REGISTRATION(
      "OpenID Connect Prompt Create 1.0 §4.1",
      "prompt",
      "none, login, consent or select_account, since nobody registers here",
      RequestInCheck::mustNotRegisterInVain),
  AUTHORIZATION_DETAILS(
      "RFC 9396 §5",
      "authorization_details",
      "objects of types that the client is registered for",
      RequestInCheck::readDetails),
  GRANT_TYPE(
      "RFC 6749 §4.1.2.1",
      "response_type",
      "a client with grant type authorization_code",
      request -> request.rules().theClientUsesCodes()),
  RESPONSE_MODE(
      "OAuth 2.0 Multiple Response Type Encoding Practices §2.1",
      "response_mode",
      "one of the response_modes of the client",
      request -> request.rules().theResponseModeIsTheClients()),
  PKCE(
      "RFC 7636 §4.4.1, RFC 9700 §2.1.1",
      "code_challenge",
      "what the require_pkce of the client demands",
      request -> request.rules().theCodeIsBoundToTheClient()),
  KNOWN_SCOPE(
      "RFC 6749 §4.1.2.1",
      "scope",
      "scopes that there are",
      request -> request.rules().theScopesAreKnown()),
  REGISTERED_SCOPE(
      "RFC 6749 §3.3",
      "scope",
      "scopes that the client is registered for",
      request -> request.rules().theScopesAreTheClients()),
  RESOURCE(
      "RFC 8707 §2",
      "resource",
      "resources that the client reaches",
      request -> request.rules().theResourcesAreTheClients()),
  SCOPE_OF_RESOURCE(
      "RFC 8707 §2.1",
      "resource",
      "the resources of all scopes",
      request -> request.rules().theScopesBelongToTheResources()),
  CLAIMS(
      "OpenID Connect Core §5.5",
      "claims",
      "an object with objects of claims",
      request -> request.rules().theClaimsAreReadable()),
  AUTHENTICATION_CONTEXT(
      "OpenID Connect Core §5.5.1.1, RFC 9470 §5",
      "acr_values",
      "a class that people sign in by here",
      request -> request.rules().theSignInCanBeOfADemandedClass()),
  SIGNING_KEY(
      "RFC 6749 §4.1.2.1",
      "",
      "a time when the first key of the algorithm signs",
      RequestInCheck::mustBeSignable);

  private final String section;
  private final String parameter;
  private final String expected;

  @SuppressWarnings("ImmutableEnumChecker") // Each is a method without state.
  private final Consumer<RequestInCheck> check;

  AuthorizationRule(
      String section, String parameter, String expected, Consumer<RequestInCheck> check) {
    this.section = section;
    this.parameter = parameter;
    this.expected = expected;
    this.check = check;
  }

  /** Refuses a request that breaks this rule, once all rules above held. */
  void check(RequestInCheck request) {
    try {
      check.accept(request);
    } catch (OAuthException refusal) {
      var received = RequestParameter.received(parameter, request.arrival().parameters());
      throw refusal.by(new BrokenRule(name(), section, parameter, expected, received));
    }
  }
}
