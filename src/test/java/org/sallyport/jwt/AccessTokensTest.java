package org.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sallyport.jwt.TestTokens.API;
import static org.sallyport.jwt.TestTokens.JWT_RS256;
import static org.sallyport.jwt.TestTokens.alice;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.keys.TestKeys;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.Subject;
import org.sallyport.protocol.TokenForm;

class AccessTokensTest {
  private final TestTokens test = new TestTokens();
  private final AccessTokens tokens = test.access();

  @Test
  @Security(123)
  @Spec("RFC 9068 §2.1")
  void a_token_says_that_it_is_an_access_token_and_which_key_signed_it() throws ParseException {
    var header = minted(alice(TokenForm.DEFAULT, API)).getHeader();
    assertThat(header.getType()).hasToString("at+jwt");
    assertThat(header.getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(header.getKeyID()).isEqualTo(keyOf(TokenForm.DEFAULT));
  }

  @Test
  @Security(123)
  void a_resource_server_that_wants_another_form_gets_it() throws ParseException {
    var header = minted(alice(JWT_RS256, API)).getHeader();
    assertThat(header.getType()).hasToString("JWT");
    assertThat(header.getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(header.getKeyID()).isEqualTo(keyOf(JWT_RS256));
  }

  @Test
  @Security(123)
  @Spec("RFC 9068 §2.2")
  void a_token_has_all_claims_that_are_required() throws ParseException {
    var now = TestKeys.NOW.getEpochSecond();
    assertThat(said(alice(TokenForm.DEFAULT, API)))
        .containsEntry("iss", TestTokens.ISSUER)
        .containsEntry("sub", "alice-1")
        .containsEntry("aud", API)
        .containsEntry("client_id", "spa")
        .containsEntry("iat", now)
        .containsEntry("exp", now + 300)
        .containsKey("jti");
  }

  @Test
  @Spec("RFC 9068 §2.2.1")
  void a_token_tells_how_the_person_signed_in() throws ParseException {
    assertThat(said(alice(TokenForm.DEFAULT, API)))
        .containsEntry("auth_time", TestKeys.NOW.getEpochSecond() - 60)
        .containsEntry("acr", Authentication.PASSWORD)
        .containsEntry("amr", List.of("pwd"))
        .containsEntry("sid", "session-1");
  }

  @Test
  @Spec({"RFC 9068 §2.2.3", "MicroProfile JWT 2.1 §5"})
  void a_token_tells_the_scope_the_groups_and_the_name() throws ParseException {
    assertThat(said(alice(TokenForm.DEFAULT, API)))
        .containsEntry("scope", "openid notes.read")
        .containsEntry("groups", List.of("staff"))
        .containsEntry("upn", "alice");
  }

  @Test
  void several_audiences_are_a_list() throws ParseException {
    assertThat(said(alice(TokenForm.DEFAULT, API, "https://other.test")))
        .containsEntry("aud", List.of(API, "https://other.test"));
  }

  @Test
  @Security(123)
  void a_token_without_an_audience_is_never_made() {
    assertThatIllegalArgumentException().isThrownBy(() -> alice(TokenForm.DEFAULT));
  }

  @Test
  void what_is_said_of_a_person_overrides_nothing() throws ParseException {
    var like = alice(TokenForm.DEFAULT, API);
    var claims =
        new AccessTokenClaims(
            like.subject(),
            like.client(),
            like.scopes(),
            like.audience(),
            like.form(),
            like.grant(),
            like.session(),
            like.authentication(),
            like.bound(),
            Map.of("sub", "mallory", "scope", "admin", "acr", "gold", "token_use", "id"));
    assertThat(said(claims))
        .containsEntry("sub", "alice-1")
        .containsEntry("scope", "openid notes.read")
        .containsEntry("acr", Authentication.PASSWORD)
        .containsEntry("token_use", "access");
  }

  @Test
  void no_two_tokens_have_the_same_name() {
    var claims = alice(TokenForm.DEFAULT, API);
    assertThat(tokens.mint(claims).jti()).isNotEqualTo(tokens.mint(claims).jti());
  }

  @Test
  void a_token_is_read_as_it_was_minted() {
    var minted = tokens.mint(alice(JWT_RS256, API));
    var read = tokens.read(minted.value()).orElseThrow();
    assertThat(read.jti()).isEqualTo(minted.jti());
    assertThat(read.expiresAt()).isEqualTo(minted.expiresAt());
    assertThat(read.grant()).contains(TestTokens.GRANT);
    assertThat(read.scopes()).hasToString("openid notes.read");
    assertThat(read.audience()).containsExactly(API);
    assertThat(read.claims()).containsEntry("sub", "alice-1");
  }

  @Test
  @Security(91)
  @Spec("RFC 9068 §2.2")
  void a_token_of_a_client_itself_has_no_person_no_grant_and_no_session() {
    var read = tokens.read(tokens.mint(TestTokens.client()).value()).orElseThrow();
    assertThat(read.subject()).isEqualTo(new Subject("client:spa"));
    assertThat(read.grant()).isEqualTo(Optional.empty());
    assertThat(read.claims()).doesNotContainKeys("sid", "auth_time", "acr", "amr", "scope");
  }

  @Test
  void a_minted_token_does_not_print_itself() {
    var minted = tokens.mint(alice(TokenForm.DEFAULT, API));
    assertThat(minted.toString()).doesNotContain(minted.value());
  }

  private String keyOf(TokenForm form) {
    return test.keys.active(form.algorithm()).kid();
  }

  private SignedJWT minted(AccessTokenClaims claims) throws ParseException {
    return SignedJWT.parse(tokens.mint(claims).value());
  }

  private Map<String, Object> said(AccessTokenClaims claims) throws ParseException {
    return minted(claims).getPayload().toJSONObject();
  }
}
