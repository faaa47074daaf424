package org.sallyport.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sallyport.Example;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthException;

/**
 * The JWTs that the specifications print verify by the keys beside them, as long as they are whole.
 */
class PrintedJwtTest {

  @Test
  @Spec({"RFC 7515 Appendix A.1", "RFC 7519 §3.1"})
  void the_example_of_a_shared_secret_verifies() {
    var secret = Example.key("rfc7515-a.1.jwk").toOctetSequenceKey().toByteArray();
    var token = Example.compact("rfc7515-a.1.jwt");
    assertThat(parse(token).isSignedBy(secret)).isTrue();
    assertThat(parse(token).requiredText("iss")).isEqualTo("joe");
    assertThat(parse(token).requiredTime("exp")).isEqualTo(Instant.ofEpochSecond(1_300_819_380));
    assertThat(parse(token.replace(".dBjf", ".eBjf")).isSignedBy(secret)).isFalse();
    secret[0] ^= 1;
    assertThat(parse(token).isSignedBy(secret)).isFalse();
  }

  @Test
  @Spec("RFC 7515 Appendix A.2")
  void the_example_of_rsa_verifies() {
    var keys = PublicKeys.parse(Example.jwks("rfc7515-a.2.jwk"));
    var token = Example.compact("rfc7515-a.2.jwt");
    assertThat(keys.haveSigned(parse(token))).isTrue();
    assertThat(keys.haveSigned(parse(token.replace(".cC4h", ".dC4h")))).isFalse();
    var others = PublicKeys.parse(Example.jwks("rfc9101-4.jwk"));
    assertThat(others.haveSigned(parse(token))).isFalse();
  }

  @Test
  @Spec("RFC 7515 Appendix A.4")
  void the_example_of_p_521_verifies_but_is_no_jwt() throws ParseException {
    var key = Example.key("rfc7515-a.4.jwk");
    var token = Example.compact("rfc7515-a.4.jwt");
    assertThat(Verification.suits(key, "ES512")).isTrue();
    assertThat(Verification.verifies(key, SignedJWT.parse(token))).isTrue();
    var changed = SignedJWT.parse(token.replace(".AdwM", ".AdwN"));
    assertThat(Verification.verifies(key, changed)).isFalse();
    refused(token, "says nothing");
  }

  @Test
  @Security(99)
  @Spec({"RFC 7519 §6.1", "RFC 7515 Appendix A.5"})
  void the_example_that_is_not_signed_is_refused() {
    refused(Example.compact("rfc7519-6.1.jwt"), "no signed JWT");
  }

  private static ForeignJwt parse(String value) {
    return ForeignJwt.parse(value, "client_assertion", INVALID_CLIENT);
  }

  private static void refused(String value, String told) {
    assertThatThrownBy(() -> parse(value))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(INVALID_CLIENT))
        .hasMessageContaining(told);
  }
}
