package org.sallyport.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.protocol.Scopes;

/** Claims that a client is registered with, as each of its OpenID requests had named them. */
@Spec("OpenID Connect Core §5.5")
class RegisteredClaimsTest {
  private static final String CLIENT =
      RequestRulesTest.PUBLIC + ",'id_token_claims':['preferred_username','name']";

  @Test
  void they_want_the_consent_to_their_scope_and_are_told_in_the_id_token() {
    var wanted = RequestRulesTest.check(CLIENT, "scope=openid" + RequestRulesTest.CHALLENGE);
    assertThat(wanted.scopes()).isEqualTo(Scopes.of("openid", "profile"));
    assertThat(wanted.named().scopes()).isEqualTo(Scopes.of("openid"));
    var claims = wanted.named().claims().within(wanted.scopes());
    assertThat(claims.idToken()).containsExactlyInAnyOrder("preferred_username", "name");
    assertThat(claims.userinfo()).isEmpty();
  }

  @Test
  void they_are_nothing_to_a_request_that_is_none_of_openid() {
    var wanted = RequestRulesTest.check(CLIENT, "scope=notes.read" + RequestRulesTest.CHALLENGE);
    assertThat(wanted.scopes()).isEqualTo(Scopes.of("notes.read"));
  }

  @Test
  @Spec("OpenID Connect Core §5.2")
  void languages_of_claims_count_for_openid_requests() {
    var wanted =
        RequestRulesTest.check(
            CLIENT, "scope=openid&claims_locales=de%20%3Cx%3E" + RequestRulesTest.CHALLENGE);
    assertThat(wanted.named().claims().languages()).containsExactly("#de");
    var other =
        RequestRulesTest.check(
            CLIENT, "scope=notes.read&claims_locales=de" + RequestRulesTest.CHALLENGE);
    assertThat(other.named().claims()).isEqualTo(ClaimsParameter.NONE);
  }
}
