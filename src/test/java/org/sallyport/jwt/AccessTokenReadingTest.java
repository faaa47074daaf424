package org.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.jwt.TestTokens.API;
import static org.sallyport.jwt.TestTokens.JWT_RS256;
import static org.sallyport.jwt.TestTokens.alice;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.TokenForm;

/** What passes as an access token, and what never does. */
class AccessTokenReadingTest {
  private final TestTokens test = new TestTokens();
  private final AccessTokens tokens = test.access();
  private final String genuine = tokens.mint(alice(TokenForm.DEFAULT, API)).value();

  @Test
  @Security(114)
  @Spec("RFC 7662 §2.2")
  void a_token_is_good_until_it_expires_and_not_at_that_instant() {
    var life = Duration.between(TestKeys.NOW, tokens.read(genuine).orElseThrow().expiresAt());
    test.clock.advance(life.minusNanos(1));
    assertThat(tokens.read(genuine)).isPresent();
    test.clock.advance(Duration.ofNanos(1));
    assertThat(tokens.read(genuine)).isEmpty();
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  @Test
  @Security(114)
  void a_token_that_was_good_is_none_once_its_key_is_gone() {
    var clock = new SettableClock(TestKeys.NOW);
    var keys = TestKeys.signing(Stores.h2(), clock);
    var signed = new SignedTokens();
    signed.keys = keys;
    signed.settings = TestSettings.with(Map.of("issuer", TestTokens.ISSUER));
    var claims = new JWTClaimsSet.Builder().issuer(TestTokens.ISSUER).build();
    var token = keys.active(SigningAlgorithm.ES256).sign("JWT", claims);
    assertThat(signed.read(token)).isPresent().isEqualTo(signed.read(token));
    TestKeys.age(keys, clock);
    assertThat(signed.read(token)).isEmpty();
  }

  @Test
  @Security(114)
  void a_token_that_a_clock_that_was_ahead_has_dated_is_refused() {
    test.clock.advance(Duration.ofSeconds(-10));
    assertThat(tokens.read(genuine)).isPresent();
    test.clock.advance(Duration.ofMinutes(-2));
    assertThat(tokens.read(genuine)).isEmpty();
  }

  @Test
  @Security({99, 114})
  @Spec("RFC 8725 §3.1")
  void no_forgery_is_read() throws Exception {
    var rsa = tokens.mint(alice(JWT_RS256, API)).value();
    assertThat(Forgery.of(genuine, test.keys).all()).allMatch(t -> tokens.read(t).isEmpty());
    assertThat(Forgery.of(rsa, test.keys).all()).allMatch(t -> tokens.read(t).isEmpty());
  }

  @Test
  @Security({79, 114, 119})
  @Spec("RFC 8725 §3.11")
  void an_id_token_is_no_access_token() {
    assertThat(Stream.of(SigningAlgorithm.values()))
        .map(a -> test.id().mint(TestTokens.signIn(a, Optional.empty())))
        .allMatch(t -> tokens.read(t).isEmpty());
  }

  @Test
  void a_token_of_another_kind_is_no_access_token() {
    var claims = new JWTClaimsSet.Builder().issuer(TestTokens.ISSUER).claim("token_use", "access");
    var other = test.keys.active(SigningAlgorithm.ES256).sign("logout+jwt", claims.build());
    assertThat(tokens.read(other)).isEmpty();
  }

  @Test
  void a_token_of_another_issuer_is_not_ours_whoever_signed_it() {
    var foreign = new TestTokens("https://other.test").access();
    assertThat(tokens.read(foreign.mint(alice(TokenForm.DEFAULT, API)).value())).isEmpty();
  }

  @Test
  @Security(114)
  void a_token_has_one_spelling_only() {
    var last = genuine.charAt(genuine.length() - 1);
    var twin = genuine.substring(0, genuine.length() - 1) + (char) (last + 1);
    assertThat(
            Stream.of(" " + genuine, genuine + "\n", genuine + "=", genuine + "A", genuine + ".A"))
        .allMatch(t -> tokens.read(t).isEmpty());
    assertThat(tokens.read(twin)).isEmpty();
  }

  @Property(tries = 300)
  @Security(114)
  void a_token_cut_anywhere_is_none(@ForAll @IntRange(max = 400) int length) {
    var cut = genuine.substring(0, Math.min(length, genuine.length() - 1));
    assertThat(tokens.read(cut)).isEmpty();
  }

  @Property(tries = 300)
  @Security(114)
  void garbage_is_no_token_and_no_fault(@ForAll @StringLength(max = 300) String garbage) {
    assertThat(tokens.read(garbage)).isEmpty();
    var spoilt = new StringBuilder(genuine).insert(genuine.indexOf('.') + 1, garbage).toString();
    assertThat(tokens.read(spoilt).isPresent()).isEqualTo(garbage.isEmpty());
  }

  @Test
  @Security(114)
  void a_megabyte_is_no_token() {
    assertThat(tokens.read("A".repeat(1_000_000))).isEmpty();
    assertThat(tokens.read("A.".repeat(500_000) + "A")).isEmpty();
  }

  @Test
  void a_header_of_deep_nesting_is_no_token_and_no_fault() {
    var nested = Base64URL.encode("{\"a\":".repeat(6_000) + "1");
    assertThat(tokens.read(nested + ".e30.AAAA")).isEmpty();
  }
}
