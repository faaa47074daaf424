package org.sallyport.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.journey.Answer;
import org.sallyport.journey.Application;
import org.sallyport.journey.Expect;
import org.sallyport.journey.Server;
import org.sallyport.journey.Visitor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Spring Security as a resource server, set up by the issuer alone as its manual says. */
class SpringIT {
  private final Server server = Server.onH2();
  private final JwtDecoder decoder = decoder("https://api.test/jwt");

  @Test
  void it_takes_a_token_of_type_jwt_and_reads_its_scopes() {
    var authenticated =
        new JwtAuthenticationProvider(decoder)
            .authenticate(new BearerTokenAuthenticationToken(access("openid calendar.read")));
    assertThat(authenticated).isNotNull();
    assertThat(authenticated.getAuthorities())
        .extracting(Object::toString)
        .contains("SCOPE_calendar.read");
  }

  @Test
  void it_refuses_a_token_for_another_api() {
    var elsewhere = decoder("https://api.test/other");
    var token = access("openid calendar.read");
    assertThatThrownBy(() -> elsewhere.decode(token)).isInstanceOf(BadJwtException.class);
  }

  @Test
  @Spec("RFC 9068 §4")
  void it_refuses_an_id_token() {
    var tokens = Expect.tokens(tokens("openid calendar.read"));
    var id = String.valueOf(tokens.get("id_token"));
    assertThatThrownBy(() -> decoder.decode(id)).isInstanceOf(BadJwtException.class);
  }

  private JwtDecoder decoder(String audience) {
    NimbusJwtDecoder found = NimbusJwtDecoder.withIssuerLocation(server.issuer()).build();
    found.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(server.issuer()),
            new JwtAudienceValidator(audience)));
    return found;
  }

  private String access(String scope) {
    Map<String, Object> tokens = Expect.tokens(tokens(scope));
    return String.valueOf(tokens.get("access_token"));
  }

  private Answer tokens(String scope) {
    return Visitor.alice(server).tokens(Application.spa(server).asksFor(scope));
  }
}
