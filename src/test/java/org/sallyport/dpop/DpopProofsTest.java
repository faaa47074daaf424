package org.sallyport.dpop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;
import static org.sallyport.protocol.OAuthError.USE_DPOP_NONCE;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.jose.Signer;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Thumbprint;

/** What proves that a request was made by who holds a key, and what does not. */
@Spec("RFC 9449 §4.3")
class DpopProofsTest {
  private static final String URI = "https://id.test/oauth2/token";
  private static final ProofContext TOKEN = ProofContext.at("/oauth2/token", false);
  private static final ProofContext STRICT = ProofContext.at("/oauth2/token", true);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final Prover prover = new Prover(clock);
  private final Store store = Stores.h2();
  private final DpopProofs proofs = TestProofs.over(store, clock);

  @Test
  @Security(102)
  void a_good_proof_tells_its_key() {
    assertThat(key(prover.proof("POST", URI))).contains(prover.key());
    assertThat(key(Post.of(), TOKEN)).isEmpty();
    var rsa = new Prover(Signer.rsa("r", "PS256"), clock);
    assertThat(key(rsa.proof("POST", URI))).contains(rsa.key());
  }

  @Test
  @Spec("RFC 9449 §4.2, §6.1")
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  void the_example_of_the_specification_is_good() {
    var proof =
        "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgt"
            + "MzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRs"
            + "Y3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZ"
            + "hY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2V"
            + "uIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbd"
            + "LXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";
    var then = TestProofs.over(store, new SettableClock(Instant.ofEpochSecond(1_562_262_616)));
    then.settings = TestSettings.with(Map.of("issuer", "https://server.example.com"));
    var post = Post.of().proving(proof);
    var occasion = ProofContext.at("/token", false);
    assertThat(
            store.inTransaction(
                () ->
                    then.read(post.request(), new TestResponse().response(), occasion)
                        .map(then::use)))
        .contains(new Thumbprint("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"));
    assertThat(Sha256.base64url("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"))
        .isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
  }

  @ParameterizedTest
  @Security(103)
  @ValueSource(strings = {"jti", "htm", "htu", "iat"})
  void what_has_to_be_there_is_there(String claim) {
    refused(proof(c -> c.claim(claim, null))).hasMessageContaining(claim);
  }

  @Test
  @Security(103)
  void the_header_says_what_it_is_and_by_which_key() throws Exception {
    var claims = prover.claims("POST", URI, c -> c);
    var signer = prover.signer();
    refused(signer.sign(prover.header().type(JOSEObjectType.JWT).build(), claims));
    refused(signer.sign(prover.header().type(null).build(), claims));
    refused(signer.sign(prover.header().jwk(null).build(), claims));
    var another = Signer.es256("x").key().toPublicJWK();
    refused(signer.sign(prover.header().jwk(another).build(), claims));
    var secret = Signer.hs256("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    var shared =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(signer.key().toPublicJWK())
            .build();
    refused(secret.sign(shared, claims));
  }

  @Test
  @Security(103)
  void a_private_key_in_the_header_is_refused() {
    var good = prover.proof("POST", URI).split("\\.", -1);
    var leaking = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + prover.signer().key() + "}";
    refused(encoded(leaking) + "." + good[1] + "." + good[2]);
  }

  @ParameterizedTest
  @Security(103)
  @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIiwidHlwIjoiZHBvcCtqd3QifQ.e30."})
  void what_is_no_signed_jwt_is_no_proof(String value) {
    refused(value);
  }

  @Test
  @Security(103)
  void a_proof_that_was_changed_or_stands_twice_is_none() {
    var good = prover.proof("POST", URI);
    var parts = good.split("\\.", -1);
    refused(parts[0] + "." + encoded("{\"htm\":\"POST\"}") + "." + parts[2]);
    var twice = Post.of().proving(good, prover.proof("POST", URI));
    refused(INVALID_DPOP_PROOF, twice, TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "post", "PUT"})
  void it_is_for_one_method(String method) {
    refused(prover.proof(method, URI));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.test/oauth2/token/",
        "https://id.test/oauth2/par",
        "http://id.test/oauth2/token",
        "https://id.test:444/oauth2/token",
        "https://other.test/oauth2/token",
        "/oauth2/token",
        "https://me@id.test/oauth2/token",
        "https://id.test/OAUTH2/token",
        "mailto:x",
        "%"
      })
  void it_is_for_one_endpoint(String uri) {
    refused(prover.proof("POST", uri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://ID.test/oauth2/token",
        "https://id.test:443/oauth2/token",
        "https://id.test/oauth2/token?a=b#c",
        "https://id.test/x/../oauth2/./token",
        "https://id.test/oauth2/%74oken"
      })
  void another_spelling_of_its_address_is_the_same_endpoint(String uri) {
    assertThat(key(prover.proof("POST", uri))).isPresent();
  }

  @ParameterizedTest
  @Security(105)
  @ValueSource(ints = {-50, -10, 0, 10})
  void a_clock_may_be_some_seconds_off(int seconds) {
    assertThat(key(proof(c -> c.issueTime(in(seconds))))).isPresent();
  }

  @ParameterizedTest
  @Security(105)
  @ValueSource(ints = {-3_600, -90, 60, 3_600})
  void but_not_more(int seconds) {
    refused(proof(c -> c.issueTime(in(seconds))));
  }

  @StoreTest
  @Security(105)
  void it_proves_once_on_all_nodes(Store shared) {
    var one = TestProofs.over(shared, clock);
    var two = TestProofs.over(shared, clock);
    for (var round = 0; round < 5; round++) {
      var post = Post.of().proving(prover.proof("POST", URI));
      var outcomes =
          Race.of(
              List.of(
                  () -> proves(shared, one, post),
                  () -> proves(shared, two, post),
                  () -> proves(shared, one, post),
                  () -> proves(shared, two, post)));
      assertThat(outcomes).containsOnlyOnce(true);
      clock.advance(Duration.ofSeconds(30));
      assertThat(proves(shared, TestProofs.over(shared, clock), post)).isFalse();
    }
  }

  @Test
  void two_keys_may_choose_the_same_name() {
    assertThat(key(proof(c -> c.jwtID("1")))).isPresent();
    refused(proof(c -> c.jwtID("1")));
    var another = new Prover(clock);
    assertThat(key(another.proof("POST", URI, c -> c.jwtID("1")))).contains(another.key());
  }

  @Test
  @Spec("RFC 9449 §4.3")
  void a_token_goes_with_its_own_proof() {
    var shown = new ProofContext("/oauth2/token", false, Optional.of("token"));
    assertThat(key(Post.of().proving(prover.with("token", "POST", URI)), shown)).isPresent();
    refused(INVALID_DPOP_PROOF, Post.of().proving(prover.with("other", "POST", URI)), shown);
    refused(INVALID_DPOP_PROOF, Post.of().proving(prover.proof("POST", URI)), shown);
  }

  @Test
  @Security(106)
  @Spec("RFC 9449 §8")
  void where_a_nonce_is_required_it_has_to_be_a_recent_one_of_ours() {
    refused(USE_DPOP_NONCE, Post.of().proving(prover.proof("POST", URI)), STRICT);
    var nonce = offered(Post.of().proving("x"));
    assertThat(key(Post.of().proving(nonced(nonce)), STRICT)).isPresent();
    var foreign = TestProofs.nonces(clock, 2).next();
    for (var bad : List.of(foreign, "x", nonce + "A", nonce.substring(1))) {
      refused(USE_DPOP_NONCE, Post.of().proving(nonced(bad)), STRICT);
      refused(USE_DPOP_NONCE, Post.of().proving(nonced(bad)), TOKEN);
    }
    clock.advance(Duration.ofMinutes(6));
    refused(USE_DPOP_NONCE, Post.of().proving(nonced(nonce)), STRICT);
  }

  private String nonced(String nonce) {
    return proof(c -> c.claim("nonce", nonce));
  }

  private String offered(Post post) {
    var response = new TestResponse();
    assertThatThrownBy(() -> proofs.read(post.request(), response.response(), TOKEN))
        .isInstanceOf(OAuthException.class);
    return response.header("DPoP-Nonce").get(0);
  }

  private static boolean proves(Store store, DpopProofs node, Post post) {
    try {
      return Race.unlessKeptWaiting(() -> key(store, node, post).isPresent());
    } catch (OAuthException e) {
      return false;
    }
  }

  private static Optional<Thumbprint> key(Store store, DpopProofs node, Post post) {
    return store.inTransaction(
        () -> node.read(post.request(), new TestResponse().response(), TOKEN).map(node::use));
  }

  private String proof(UnaryOperator<JWTClaimsSet.Builder> change) {
    return prover.proof("POST", URI, change);
  }

  private Optional<Thumbprint> key(String proof) {
    return key(Post.of().proving(proof), TOKEN);
  }

  private Optional<Thumbprint> key(Post post, ProofContext occasion) {
    return store.inTransaction(
        () ->
            proofs.read(post.request(), new TestResponse().response(), occasion).map(proofs::use));
  }

  private AbstractThrowableAssert<?, ?> refused(String proof) {
    return refused(INVALID_DPOP_PROOF, Post.of().proving(proof), TOKEN);
  }

  private AbstractThrowableAssert<?, ?> refused(
      OAuthError error, Post post, ProofContext occasion) {
    return assertThatThrownBy(() -> key(post, occasion))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private Date in(int seconds) {
    return Date.from(clock.instant().plusSeconds(seconds));
  }
}
