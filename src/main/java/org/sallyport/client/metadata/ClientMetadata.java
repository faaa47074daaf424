package org.sallyport.client.metadata;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.jose.Verification;
import org.sallyport.protocol.Scopes;

/** What is registered of a client, under the names of RFC 7591 §2 and some of our own. */
public record ClientMetadata(
    ClientDescription about,
    Redirects redirects,
    ClientAccess access,
    SignInRules signIn,
    SecurityPolicy security) {

  public ClientMetadata {
    var code = access.grantTypes().contains("authorization_code");
    rule(
        !access.grantTypes().contains("refresh_token") || code,
        "grant type refresh_token needs authorization_code beside it");
    rule(
        access.responseTypes().equals(code ? Set.of("code") : Set.of()),
        "response_types must be [code] with grant type authorization_code, else empty");
    rule(code == !redirects.uris().isEmpty(), "redirect_uris belong to authorization_code");
    rule(
        access.confidential() || !access.grantTypes().contains("client_credentials"),
        "grant type client_credentials needs a client that authenticates");
    rule(
        access.confidential() || signIn.pkce() == PkcePolicy.REQUIRED,
        "require_pkce must be true for a public client");
    rule(
        code || !access.grantTypes().isEmpty() || access.confidential(),
        "grant_types must not be empty for a public client");
    rule(
        !AuthenticationMethod.PRIVATE_KEY_JWT.is(access.method()) || security.keys().isKnown(),
        "private_key_jwt needs jwks or jwks_uri");
    rule(
        security.keys().isKnown() || !security.requests().needsKeys(),
        "signed requests need jwks or jwks_uri");
    signIn.subject().mustFit(redirects);
    signIn.idToken().mustFit(access.scopes());
    certificatesFit(access.method(), security);
    security.tokens().mustBeConsistent();
    responsesCanBeEncrypted(security);
    security
        .authentication()
        .assertionAlgorithm()
        .ifPresent(a -> theMethodSignsBy(access.method(), a));
  }

  /** The metadata at this node; refuses what contradicts itself, but not unknown keys. */
  public static ClientMetadata read(ConfigValue client) {
    var about = ClientDescription.read(client);
    var redirects = Redirects.read(client);
    var access = ClientAccess.read(client);
    var security = SecurityPolicy.read(client);
    var signIn = SignInRules.read(client);
    return ConfigValueReader.checked(
        client, n -> new ClientMetadata(about, redirects, access, signIn, security));
  }

  private static void certificatesFit(String method, SecurityPolicy security) {
    rule(
        !AuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH.is(method) || security.keys().isKnown(),
        "self_signed_tls_client_auth needs jwks or jwks_uri");
    rule(
        AuthenticationMethod.TLS_CLIENT_AUTH.is(method)
            == security.authentication().certificate().isPresent(),
        "tls_client_auth needs one key of tls_client_auth_*, and no other method does");
  }

  private static void responsesCanBeEncrypted(SecurityPolicy security) {
    rule(
        security.responses().encryptions().allMatch(security.keys()::mayHaveKeyFor),
        "encrypted answers need a key with use enc in jwks, or jwks_uri");
  }

  private static void theMethodSignsBy(String method, String algorithm) {
    var symmetric = Verification.SYMMETRIC.contains(algorithm);
    rule(
        (symmetric ? AuthenticationMethod.CLIENT_SECRET_JWT : AuthenticationMethod.PRIVATE_KEY_JWT)
            .is(method),
        "token_endpoint_auth_signing_alg " + algorithm + " is none of method " + method);
  }

  /** The sector in which alone it knows people as it does; none if it knows them as all do. */
  public Optional<String> sector() {
    return signIn.subject().sector(redirects);
  }

  /** Whether it may be told by what name a person signs in who allowed it this. */
  public boolean mayKnowUsernames(Scopes allowed) {
    return !signIn.subject().pairwise() || allowed.contains("profile");
  }

  /** The profile that it is held to. */
  public ProfileName profile() {
    return security.profile();
  }

  /** The keys it signs with, and those to encrypt to. */
  public KeySource keys() {
    return security.keys();
  }

  /** How it authenticates by its method. */
  public AuthenticationPolicy authentication() {
    return security.authentication();
  }

  /** How its authorization requests arrive. */
  public RequestPolicy requests() {
    return security.requests();
  }

  /** How what it receives is signed and encrypted. */
  public ResponsePolicy responses() {
    return security.responses();
  }

  /** What its access tokens are bound to. */
  public TokenPolicy tokens() {
    return security.tokens();
  }

  /** Whether the client is registered for this grant type. */
  public boolean mayUse(String grantType) {
    return access.grantTypes().contains(grantType);
  }

  private static void rule(boolean holds, String must) {
    if (!holds) {
      throw INVALID_CLIENT_METADATA.because(must);
    }
  }
}
