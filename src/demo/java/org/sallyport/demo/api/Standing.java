package org.sallyport.demo.api;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ServiceUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Asks the authorization server at each call whether a token was revoked (RFC 7662), if this API
 * has a secret to ask with. Else it learns of it when the token expires.
 */
@ApplicationScoped
public class Standing {
  private static final ClientID API = new ClientID("demo-api");
  private static final int PATIENCE_MS = 3_000;
  private static final long AGAIN_SECONDS = 1;

  @Inject
  @ConfigProperty(name = "demo.issuer")
  String issuer;

  @Inject
  @ConfigProperty(name = "demo.introspection-secret")
  Optional<String> secret;

  /** Refuses a token that the authorization server no longer stands by. */
  void mustStand(JsonWebToken token) {
    if (secret.isPresent() && !isActive(token.getRawToken(), secret.get())) {
      throw Refusal.INVALID_TOKEN.because("This token was revoked.");
    }
  }

  private boolean isActive(String token, String password) {
    var proof = new ClientSecretBasic(API, new Secret(password));
    var question =
        new TokenIntrospectionRequest(
                URI.create(issuer + "/oauth2/introspect"), proof, new BearerAccessToken(token))
            .toHTTPRequest();
    question.setConnectTimeout(PATIENCE_MS);
    question.setReadTimeout(PATIENCE_MS);
    try {
      var answer = TokenIntrospectionResponse.parse(question.send());
      if (!answer.indicatesSuccess()) {
        throw new ServiceUnavailableException(AGAIN_SECONDS);
      }
      return answer.toSuccessResponse().isActive();
    } catch (IOException | ParseException e) {
      throw new ServiceUnavailableException(AGAIN_SECONDS, e);
    }
  }
}
