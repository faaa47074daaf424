package org.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.sallyport.jwt.TestTokens.API;
import static org.sallyport.jwt.TestTokens.signIn;
import static org.sallyport.protocol.SigningAlgorithm.ES256;
import static org.sallyport.protocol.SigningAlgorithm.RS256;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.keys.TestKeys;
import org.sallyport.protocol.Authentication;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.TokenForm;

class IdTokensTest {
  private final TestTokens test = new TestTokens();
  private final IdTokens tokens = test.id();
  private final String genuine = tokens.mint(signIn(RS256, Optional.empty()));

  @Test
  @Spec("OpenID Connect Core §2")
  void a_token_tells_who_signed_in_where_when_and_how() throws ParseException {
    var now = TestKeys.NOW.getEpochSecond();
    assertThat(said(genuine))
        .containsOnly(
            Map.entry("iss", TestTokens.ISSUER),
            Map.entry("sub", "alice-1"),
            Map.entry("aud", "spa"),
            Map.entry("iat", now),
            Map.entry("exp", now + 300),
            Map.entry("auth_time", now - 60),
            Map.entry("acr", Authentication.PASSWORD),
            Map.entry("amr", List.of("pwd")),
            Map.entry("nonce", "n-0S6_WzA2Mj"),
            Map.entry("sid", "session-1"));
  }

  @Test
  @Spec({"OpenID Connect Core §3.1.3.6", "OpenID Connect Core §A.3"})
  void the_access_token_is_bound_by_half_of_its_hash() throws ParseException {
    var accessToken = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
    assertThat(said(tokens.mint(signIn(RS256, Optional.of(accessToken)))))
        .containsEntry("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");
  }

  @ParameterizedTest
  @CsvSource({
    "ES384, jtAeDp945y1dDqU3nkIVGNZP1HjH_MFs",
    "PS256, 77QmUPtjPfzWtF2AnpK9RQ",
    "Ed25519, q7nS86GgvvFaZkzALLWqJYaJIKw2wCDAVfCAsm5CrBM",
    "EdDSA, q7nS86GgvvFaZkzALLWqJYaJIKw2wCDAVfCAsm5CrBM"
  })
  @Spec("OpenID Connect Core §3.1.3.6")
  void the_hash_is_that_of_the_algorithm(SigningAlgorithm algorithm, String half)
      throws ParseException {
    var accessToken = Optional.of("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y");
    var token = tokens.mint(signIn(algorithm, accessToken));
    assertThat(said(token)).containsEntry("at_hash", half);
    assertThat(SignedJWT.parse(token).getHeader().getAlgorithm().getName())
        .isEqualTo(algorithm.name());
    assertThat(tokens.readHint(token)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"Ed25519", "EdDSA"})
  @Spec("OpenID Connect Core §3.1.3.7")
  void a_client_of_another_make_accepts_it(SigningAlgorithm algorithm) throws ParseException {
    var fresh = new TestTokens();
    fresh.clock.advance(Duration.between(TestKeys.NOW, Clock.systemUTC().instant()));
    var token = SignedJWT.parse(fresh.id().mint(signIn(algorithm, Optional.empty())));
    var validator =
        new IDTokenValidator(
            new Issuer(TestTokens.ISSUER),
            new ClientID("spa"),
            JWSAlgorithm.parse(algorithm.name()),
            JWKSet.parse(test.keys.published().json()));
    assertThatCode(() -> validator.validate(token, new Nonce("n-0S6_WzA2Mj")))
        .doesNotThrowAnyException();
  }

  @Test
  @Security(34)
  @Spec("OpenID Connect Core §3.1.2.1")
  void an_expired_token_is_still_a_hint() {
    test.clock.advance(Duration.ofDays(1));
    var hint = tokens.readHint(genuine).orElseThrow();
    assertThat(hint.subject()).hasToString("alice-1");
    assertThat(hint.client()).hasToString("spa");
    assertThat(hint.session()).hasToString("Optional[session-1]");
    assertThat(hint.signedInAt())
        .contains(TestKeys.NOW.minusSeconds(60).truncatedTo(ChronoUnit.SECONDS));
  }

  @Test
  @Security({34, 135})
  void a_forged_token_is_no_hint() throws Exception {
    assertThat(Forgery.of(genuine, test.keys).all()).allMatch(t -> tokens.readHint(t).isEmpty());
    var es256 = tokens.mint(signIn(ES256, Optional.empty()));
    assertThat(Forgery.of(es256, test.keys).all()).allMatch(t -> tokens.readHint(t).isEmpty());
  }

  @Test
  @Security(34)
  void a_token_of_another_issuer_is_no_hint() {
    var foreign = new TestTokens("https://other.test").id();
    assertThat(tokens.readHint(foreign.mint(signIn(RS256, Optional.empty())))).isEmpty();
  }

  @Test
  @Security(79)
  void an_access_token_is_no_hint_whatever_its_form() {
    var access = test.access();
    for (var form : List.of(TokenForm.DEFAULT, TestTokens.JWT_RS256)) {
      assertThat(tokens.readHint(access.mint(TestTokens.alice(form, API)).value())).isEmpty();
    }
  }

  @Test
  void garbage_is_no_hint() {
    assertThat(tokens.readHint("")).isEmpty();
    assertThat(tokens.readHint("a.b.c")).isEmpty();
  }

  private static Map<String, Object> said(String token) throws ParseException {
    return SignedJWT.parse(token).getPayload().toJSONObject();
  }
}
