package org.sallyport.client.authentication;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.jose.Signer;
import org.sallyport.platform.outgoing.Elsewhere;
import org.sallyport.platform.persistence.Race;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/** Clients that prove themselves by JWTs, and JWTs that prove nothing. */
@Spec("RFC 7523 §3")
class ClientAssertionsTest {
  private static final String ISSUER = "https://id.test";
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final Signer signer = Signer.es256("one");

  @Test
  void a_key_of_its_own_proves_a_client() {
    var desk = desk(Stores.h2());
    assertThat(desk.client(sent(signer, c -> c))).isEqualTo("pkj");
    assertThat(desk.client(sent(signer, c -> c).with("client_id", "pkj"))).isEqualTo("pkj");
    desk.refused(sent(signer, c -> c).with("client_id", "spa"), INVALID_REQUEST);
  }

  @Test
  void keys_are_taken_from_the_address_of_the_client() {
    try (var there = Elsewhere.serving(signer.jwks())) {
      var uri = "http://keys.test:" + there.port() + "/jwks";
      var desk = desk(Stores.h2(), "\"jwks_uri\": \"" + uri + "\"");
      assertThat(desk.client(sent(signer, c -> c))).isEqualTo("pkj");
      desk.refused(sent(Signer.es256("other"), c -> c), INVALID_CLIENT);
      assertThat(there.connections()).isEqualTo(1);
    }
  }

  @Test
  void keys_that_cannot_be_fetched_are_called_that() {
    try (var there = Elsewhere.serving("no JWK set")) {
      var uri = "http://keys.test:" + there.port() + "/jwks";
      var desk = desk(Stores.h2(), "\"jwks_uri\": \"" + uri + "\"");
      for (var answer : List.of("HTTP/1.1 500 Oh\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\nno JSON")) {
        there.send(answer);
        desk.refused(sent(signer, c -> c), INVALID_CLIENT)
            .hasMessageContaining("cannot be fetched");
      }
      var gone = "\"jwks_uri\": \"http://keys.test:1/jwks\"";
      desk(Stores.h2(), gone)
          .refused(sent(signer, c -> c), INVALID_CLIENT)
          .hasMessageContaining("cannot be fetched");
    }
  }

  @Test
  void a_secret_that_is_never_sent_proves_a_client() {
    var desk = desk(Stores.h2());
    var secret = Signer.hs256(SECRET.getBytes(US_ASCII));
    UnaryOperator<JWTClaimsSet.Builder> csj = c -> c.issuer("csj").subject("csj");
    assertThat(desk.client(sent(secret, csj))).isEqualTo("csj");
    desk.refused(
        sent(Signer.hs256(SECRET.replace('0', '1').getBytes(US_ASCII)), csj), INVALID_CLIENT);
    desk.refused(Post.of("client_id", "csj", "client_secret", SECRET), INVALID_CLIENT);
    assertThat(desk.store.count("client", "sealed_secret like '%" + SECRET + "%'")).isZero();
    assertThat(desk.store.count("client", "sealed_secret is not null")).isEqualTo(1);
  }

  @Test
  @Security(98)
  void what_has_to_be_said_is_said() {
    var desk = desk(Stores.h2());
    desk.refused(sent(signer, c -> c.jwtID(null)), INVALID_CLIENT).hasMessageContaining("jti");
    desk.refused(sent(signer, c -> c.expirationTime(null)), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.subject(null)), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.issuer(null)), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.issuer("spa")), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.subject("spa")), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.jwtID("j".repeat(2_000))), INVALID_CLIENT);
    desk.refused(post(signer.sign("oauth-authz-req+jwt", claims(c -> c))), INVALID_CLIENT);
  }

  @Test
  @Security(98)
  void it_is_good_for_five_minutes_at_most() {
    var desk = desk(Stores.h2());
    desk.refused(sent(signer, c -> c.expirationTime(in(3_600))), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.expirationTime(in(-60))), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.notBeforeTime(in(60))), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.issueTime(in(60))), INVALID_CLIENT);
    assertThat(desk.client(sent(signer, c -> c.issueTime(in(8)).notBeforeTime(in(8)))))
        .isEqualTo("pkj");
  }

  @ParameterizedTest
  @Spec("draft-ietf-oauth-rfc7523bis §4")
  @ValueSource(
      strings = {
        "https://other.test",
        "https://id.test/",
        "https://id.test/oauth2/token",
        "https://ID.test"
      })
  void its_audience_is_the_issuer(String audience) {
    desk(Stores.h2()).refused(sent(signer, c -> c.audience(audience)), INVALID_CLIENT);
  }

  @Test
  @Spec("draft-ietf-oauth-rfc7523bis §4")
  void its_audience_is_one_string() {
    var desk = desk(Stores.h2());
    var two = List.of(ISSUER, "https://other.test");
    desk.refused(sent(signer, c -> c.audience(two)), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.audience((String) null)), INVALID_CLIENT);
  }

  @Test
  void a_legacy_client_may_name_an_endpoint() {
    var desk = desk(Stores.h2(), keys() + ", \"accept_endpoint_audience\": true");
    var endpoint = ISSUER + "/oauth2/token";
    assertThat(desk.client(sent(signer, c -> c.audience(endpoint)))).isEqualTo("pkj");
    assertThat(desk.client(sent(signer, c -> c.audience(List.of(ISSUER, endpoint)))))
        .isEqualTo("pkj");
    var beside = List.of(endpoint, "https://other.test");
    desk.refused(sent(signer, c -> c.audience(beside)), INVALID_CLIENT);
  }

  @Test
  @Security(99)
  void an_algorithm_that_is_not_the_clients_is_refused() {
    var rsa = Signer.rsa("r", "PS256");
    var keys = "\"jwks\": " + rsa.jwks() + ", \"token_endpoint_auth_signing_alg\": \"PS256\"";
    var desk = desk(Stores.h2(), keys);
    assertThat(desk.client(sent(rsa, c -> c))).isEqualTo("pkj");
    desk.refused(sent(rsa.by("RS256"), c -> c), INVALID_CLIENT).hasMessageContaining("PS256");
  }

  @Test
  @Security(99)
  void a_key_that_is_not_registered_signs_nothing() {
    var desk = desk(Stores.h2());
    var stranger = Signer.es256("one");
    desk.refused(sent(stranger, c -> c), INVALID_CLIENT);
    var inside = stranger.header().jwk(stranger.key().toPublicJWK()).build();
    desk.refused(post(stranger.sign(inside, claims(c -> c))), INVALID_CLIENT);
    var publicKey = signer.key().toPublicJWK().toJSONString().getBytes(US_ASCII);
    desk.refused(sent(Signer.hs256(publicKey), c -> c), INVALID_CLIENT);
  }

  @Test
  void a_client_of_another_method_cannot_use_it() {
    var desk = desk(Stores.h2());
    desk.refused(sent(signer, c -> c.issuer("svc").subject("svc")), INVALID_CLIENT);
    desk.refused(sent(signer, c -> c.issuer("no").subject("no")), INVALID_CLIENT);
    desk.refused(Post.of("client_id", "pkj"), INVALID_CLIENT);
  }

  @Test
  void two_proofs_or_another_type_are_refused() {
    var desk = desk(Stores.h2());
    desk.refused(sent(signer, c -> c).with("client_assertion_type", "saml"), INVALID_CLIENT);
    desk.refused(Post.of("client_assertion", "x"), INVALID_CLIENT);
    var both = sent(signer, c -> c).authorized("Basic c3ZjOng=");
    desk.refused(both, INVALID_REQUEST);
  }

  @StoreTest
  @Security(97)
  void it_proves_once_and_not_again_after_a_restart(Store store) {
    var sent = sent(signer, c -> c);
    assertThat(desk(store).client(sent)).isEqualTo("pkj");
    var desk = desk(store);
    desk.refused(sent, INVALID_CLIENT).hasMessageContaining("jti");
    clock.advance(Duration.ofSeconds(60));
    desk.refused(sent, INVALID_CLIENT);
  }

  @StoreTest
  @Security(97)
  void of_many_uses_at_once_on_two_nodes_exactly_one_counts(Store store) {
    var one = desk(store);
    var two = desk(store);
    for (var round = 0; round < 5; round++) {
      var sent = sent(signer, c -> c);
      var outcomes =
          Race.of(
              List.of(
                  () -> one.proves(sent),
                  () -> two.proves(sent),
                  () -> one.proves(sent),
                  () -> two.proves(sent)));
      assertThat(outcomes).containsOnlyOnce(true);
    }
  }

  @StoreTest
  @Security(97)
  void a_refused_one_is_not_used_up(Store store) {
    var desk = desk(store);
    var id = "the-id";
    desk.refused(sent(signer, c -> c.jwtID(id).audience("https://other.test")), INVALID_CLIENT);
    assertThat(desk.client(sent(signer, c -> c.jwtID(id)))).isEqualTo("pkj");
  }

  private Desk desk(Store store) {
    return desk(store, keys());
  }

  private String keys() {
    return "\"jwks\": " + signer.jwks();
  }

  private Desk desk(Store store, String security) {
    var registered = new StoredClients(store, clock);
    registered.apply(
        """
        [{"client_id": "pkj", "client_name": "Signs", "grant_types": [],
          "token_endpoint_auth_method": "private_key_jwt", %s},
         {"client_id": "csj", "client_name": "Knows", "grant_types": [],
          "token_endpoint_auth_method": "client_secret_jwt", "client_secret": "%s"},
         {"client_id": "svc", "client_name": "Service", "grant_types": [],
          "client_secret": "0123456789abcdef"}]
        """
            .formatted(security, SECRET));
    return new Desk(store, registered.authentication());
  }

  private record Desk(Store store, ClientAuthentication authentication) {
    String client(Post post) {
      return store
          .inTransaction(() -> authentication.authenticate(post.parameters(), post.request()))
          .id()
          .value();
    }

    boolean proves(Post post) {
      try {
        return Race.unlessKeptWaiting(() -> client(post).equals("pkj"));
      } catch (OAuthException e) {
        return false;
      }
    }

    AbstractThrowableAssert<?, ?> refused(Post post, OAuthError error) {
      return assertThatThrownBy(() -> client(post))
          .isInstanceOfSatisfying(
              OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
    }
  }

  private Post sent(Signer by, UnaryOperator<JWTClaimsSet.Builder> change) {
    return post(by.sign(claims(change)));
  }

  private static Post post(String assertion) {
    return Post.of("client_assertion_type", TYPE, "client_assertion", assertion);
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    var usual =
        new JWTClaimsSet.Builder()
            .issuer("pkj")
            .subject("pkj")
            .audience(ISSUER)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(in(0))
            .expirationTime(in(60));
    return change.apply(usual).build();
  }

  private Date in(int seconds) {
    return Date.from(clock.instant().plusSeconds(seconds));
  }
}
