package org.sallyport.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.sallyport.journey.Application;
import org.sallyport.journey.Form;
import org.sallyport.journey.Server;
import org.sallyport.journey.Visitor;

/** Nimbus' OAuth 2.0 SDK, which many Java applications are built on. */
class NimbusIT {
  private final Server server = Server.onH2();
  private final Application web = Application.web(server);
  private final ClientID id = new ClientID(web.id());
  private final ClientSecretBasic proof = new ClientSecretBasic(id, new Secret(web.secret()));
  private final URI back = URI.create(web.redirectUri());

  @Test
  void it_goes_from_discovery_to_revocation() throws Exception {
    var metadata = OIDCProviderMetadata.resolve(new Issuer(server.issuer()));
    var verifier = new CodeVerifier();
    var nonce = new Nonce();
    var landed = visit(metadata, verifier, nonce);
    var code = new AuthorizationCodeGrant(landed.getAuthorizationCode(), back, verifier);
    var tokens =
        redeem(metadata, new TokenRequest.Builder(metadata.getTokenEndpointURI(), proof, code));
    var claims = validator(metadata).validate(tokens.getOIDCTokens().getIDToken(), nonce);

    var person =
        UserInfoResponse.parse(
            send(
                new UserInfoRequest(
                    metadata.getUserInfoEndpointURI(), tokens.getTokens().getAccessToken())));
    assertThat(person.toSuccessResponse().getUserInfo().getSubject())
        .isEqualTo(claims.getSubject());

    var refresh = new RefreshTokenGrant(tokens.getTokens().getRefreshToken());
    var next =
        redeem(metadata, new TokenRequest.Builder(metadata.getTokenEndpointURI(), proof, refresh));
    assertThat(active(metadata, next.getTokens())).isTrue();
    revoke(metadata, next.getTokens());
    assertThat(active(metadata, next.getTokens())).isFalse();
  }

  @Test
  void a_service_gets_a_token() throws Exception {
    var metadata = OIDCProviderMetadata.resolve(new Issuer(server.issuer()));
    var svc = Application.svc(server);
    var service = new ClientSecretBasic(new ClientID(svc.id()), new Secret(svc.secret()));
    var request =
        new TokenRequest.Builder(
                metadata.getTokenEndpointURI(), service, new ClientCredentialsGrant())
            .scope(new Scope("notes.read"))
            .build();
    var tokens = TokenResponse.parse(send(request)).toSuccessResponse().getTokens();
    assertThat(tokens.getBearerAccessToken().getScope()).isEqualTo(new Scope("notes.read"));
  }

  private AuthorizationSuccessResponse visit(
      OIDCProviderMetadata metadata, CodeVerifier verifier, Nonce nonce) throws Exception {
    var state = new State();
    var scope = new Scope("openid", "email", "notes.read", "offline_access");
    var request =
        new AuthenticationRequest.Builder(new ResponseType("code"), scope, id, back)
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    var alice = Visitor.alice(server);
    var answer = alice.signsIn(alice.browser().open(request.toURI().toString()));
    if (Visitor.shows(answer, "allow")) {
      answer = Form.of(answer, "allow").press(alice.browser());
    }
    var landed = AuthorizationSuccessResponse.parse(URI.create(answer.location()));
    assertThat(landed.getState()).isEqualTo(state);
    assertThat(landed.getIssuer()).isEqualTo(metadata.getIssuer());
    return landed;
  }

  private static OIDCTokenResponse redeem(
      OIDCProviderMetadata metadata, TokenRequest.Builder request) throws Exception {
    var answer = OIDCTokenResponseParser.parse(send(request.build()));
    assertThat(answer.indicatesSuccess()).as(metadata.getIssuer().getValue()).isTrue();
    return (OIDCTokenResponse) answer.toSuccessResponse();
  }

  private IDTokenValidator validator(OIDCProviderMetadata metadata) throws Exception {
    return new IDTokenValidator(
        metadata.getIssuer(), id, JWSAlgorithm.RS256, metadata.getJWKSetURI().toURL());
  }

  private boolean active(OIDCProviderMetadata metadata, Tokens tokens) throws Exception {
    var endpoint = metadata.getIntrospectionEndpointURI();
    var request = new TokenIntrospectionRequest(endpoint, proof, tokens.getAccessToken());
    return TokenIntrospectionResponse.parse(send(request)).toSuccessResponse().isActive();
  }

  private void revoke(OIDCProviderMetadata metadata, Tokens tokens) throws Exception {
    var endpoint = metadata.getRevocationEndpointURI();
    var answer = send(new TokenRevocationRequest(endpoint, proof, tokens.getRefreshToken()));
    assertThat(answer.indicatesSuccess()).isTrue();
  }

  private static HTTPResponse send(Request request) throws Exception {
    return request.toHTTPRequest().send();
  }
}
