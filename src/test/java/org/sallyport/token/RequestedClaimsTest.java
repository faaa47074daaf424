package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.grant.RequestedClaims;
import org.sallyport.platform.persistence.Stores;

/** Claims that a request named for its ID tokens. */
@Spec("OpenID Connect Core §5.5")
class RequestedClaimsTest {
  private static final RequestedClaims NAMED =
      new RequestedClaims(Set.of("updated_at"), Set.of("name", "groups", "phone_number"));

  private final Desk desk = new Desk(Stores.h2());
  private final JsonObject tokens = Authorization.of("openid").naming(NAMED).tokens(desk);

  @Test
  void they_are_in_the_id_token_where_they_are_known() throws ParseException {
    assertThat(claims(tokens, "id_token"))
        .containsEntry("name", "Alice Example")
        .containsKey("groups")
        .doesNotContainKeys("phone_number", "updated_at", "email");
  }

  @Test
  @Spec("OpenID Connect Core §12.2")
  void they_are_in_it_after_a_refresh_too() throws ParseException {
    var refresh = tokens.getString("refresh_token");
    var next = desk.token("spa", "grant_type", "refresh_token", "refresh_token", refresh);
    assertThat(claims(next, "id_token")).containsEntry("name", "Alice Example");
  }

  @Test
  void they_give_no_scope_and_nothing_to_an_api() throws ParseException {
    assertThat(tokens.getString("scope")).isEqualTo("openid");
    assertThat(claims(tokens, "access_token")).doesNotContainKeys("name", "groups");
  }

  @Test
  void without_them_an_id_token_tells_of_the_sign_in_alone() throws ParseException {
    var usual = Authorization.of("openid profile groups").tokens(desk);
    assertThat(claims(usual, "id_token")).doesNotContainKeys("name", "groups");
  }

  @Test
  @Spec("OpenID Connect Core §5.4")
  void those_of_all_scopes_are_in_it_where_the_client_is_registered_so() throws ParseException {
    desk.clients.apply(
        """
        [{"client_id": "cluster", "client_name": "Cluster", "client_secret": "0123456789abcdef",
          "redirect_uris": ["https://app.test/cb"], "scope": "openid profile groups email",
          "grant_types": ["authorization_code", "refresh_token"], "id_token_claims": true}]
        """);
    var allowed = Authorization.of("openid profile").to("cluster").tokens(desk);
    assertThat(claims(allowed, "id_token"))
        .containsEntry("name", "Alice Example")
        .doesNotContainKeys("groups", "email");
    var refresh = allowed.getString("refresh_token");
    var next = desk.token("cluster", "grant_type", "refresh_token", "refresh_token", refresh);
    assertThat(claims(next, "id_token")).containsEntry("name", "Alice Example");
    assertThat(claims(next, "access_token")).doesNotContainKey("name");
  }

  private static Map<String, Object> claims(JsonObject answer, String token) throws ParseException {
    return SignedJWT.parse(answer.getString(token)).getJWTClaimsSet().getClaims();
  }
}
