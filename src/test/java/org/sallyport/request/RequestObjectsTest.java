package org.sallyport.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.jose.Signer;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

/** What a client has signed counts, if it is sound, and nothing beside it. */
@Spec("RFC 9101 §6")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class RequestObjectsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final Signer signer = Signer.es256("one");
  private final Store store = Stores.h2();
  private final StoredClients registered = registered();
  private final RequestObjects objects = objects();

  @Test
  void what_is_signed_takes_the_place_of_what_was_sent() {
    var opened = open("sig", sent(signer.sign(claims(c -> c)), "scope", "admin", "state", "x"));
    assertThat(opened.signed()).isTrue();
    assertThat(opened.parameters().asMap())
        .isEqualTo(
            Map.of(
                "client_id", List.of("sig"),
                "scope", List.of("openid"),
                "max_age", List.of("300"),
                "resource", List.of("https://a.test", "https://b.test")));
  }

  @Test
  @Security(45)
  void it_is_signed_by_a_key_of_the_clients_and_by_its_algorithm() {
    refused(Signer.es256("one").sign(claims(c -> c)));
    refused(Signer.es256("../../etc/passwd").sign(claims(c -> c)));
    refused(Signer.rsa("one", "PS256").sign(claims(c -> c)));
    var ours = signer.key().toPublicJWK().toJSONString().getBytes(US_ASCII);
    refused(Signer.hs256(ours).sign(claims(c -> c)));
    refused("eyJhbGciOiJub25lIn0.e30.");
    refused("x");
  }

  @Test
  @Security(45)
  void no_header_leads_to_another_key() {
    var stranger = Signer.es256("one");
    var inside = stranger.header().jwk(stranger.key().toPublicJWK());
    refused(stranger.sign(inside.build(), claims(c -> c)));
    refusedUnder(signer.header().jwkURL(URI.create("https://canary.test/")));
    refusedUnder(signer.header().x509CertURL(URI.create("https://canary.test/")));
    refusedUnder(signer.header().base64URLEncodePayload(false).criticalParams(Set.of("b64")));
  }

  @Test
  @Security(45)
  void it_is_of_this_client_and_for_this_server() {
    refused(signer.sign(claims(c -> c.issuer(null))));
    refused(signer.sign(claims(c -> c.issuer("spa"))));
    refused(signer.sign(claims(c -> c.claim("client_id", null))));
    refused(signer.sign(claims(c -> c.claim("client_id", "spa"))));
    refused(signer.sign(claims(c -> c.audience((String) null))));
    refused(signer.sign(claims(c -> c.audience("https://other.test"))));
    var both = List.of("https://other.test", "https://id.test");
    assertThat(open("sig", sent(signer.sign(claims(c -> c.audience(both))))).signed()).isTrue();
  }

  @Test
  @Security(45)
  @Spec({"RFC 9101 §10.8", "RFC 8725 §3.11"})
  void no_other_jwt_of_the_clients_passes_for_one() {
    for (var type : List.of("client-authentication+jwt", "dpop+jwt", "at+jwt")) {
      refused(signer.sign(type, claims(c -> c)));
    }
    for (var type : List.of("oauth-authz-req+jwt", "JWT", "application/oauth-authz-req+jwt")) {
      assertThat(open("sig", sent(signer.sign(type, claims(c -> c)))).signed()).isTrue();
    }
  }

  @Test
  @Security(45)
  void it_is_in_time() {
    refused(signer.sign(claims(c -> c.expirationTime(in(-30)))));
    refused(signer.sign(claims(c -> c.notBeforeTime(in(61)))));
    refused(signer.sign(claims(c -> c.issueTime(in(61)))));
    assertThat(open("sig", sent(signer.sign(claims(c -> c.notBeforeTime(in(8)))))).signed())
        .isTrue();
  }

  @ParameterizedTest
  @Security(45)
  @ValueSource(strings = {"request", "request_uri"})
  void it_holds_no_other_one(String name) {
    refused(signer.sign(claims(c -> c.claim(name, "x"))));
  }

  @Test
  void it_holds_nothing_that_a_query_could_not() {
    refused(signer.sign(claims(c -> c.claim("state", "a\r\nSet-Cookie: b"))));
    refused(signer.sign(claims(c -> c.claim("scope", List.of("a", "b")))));
    refused(signer.sign(claims(c -> c.claim("nonce", Map.of("a", 1)))));
  }

  @ParameterizedTest
  @Security(45)
  @ValueSource(strings = {"iss", "aud", "exp", "nbf", "iat", "jti", "sub"})
  void a_claim_of_the_jwt_is_of_its_type(String name) {
    for (var value : Arrays.asList(Map.of("a", 1), true, List.of(1), null)) {
      var members = new LinkedHashMap<>(claims(c -> c).toJSONObject());
      members.put(name, value);
      refused(signer.signWritten(members));
    }
  }

  @Test
  @Spec("RFC 9396 §2")
  void authorization_details_are_an_array_in_it_and_a_text_stays_one() {
    var array = List.of(Map.of("amounts", List.of(1.5, 20)), "x");
    assertThat(details(array)).isEqualTo("[{\"amounts\":[1.5,20]},\"x\"]");
    assertThat(details("[{}]")).isEqualTo("\"[{}]\"");
    assertThat(details(Map.of("type", "a"))).isEqualTo("{\"type\":\"a\"}");
  }

  private String details(Object written) {
    var object = signer.sign(claims(c -> c.claim("authorization_details", written)));
    return open("sig", sent(object)).parameters().required("authorization_details");
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void claims_that_it_holds_as_an_object_are_a_parameter_as_json() {
    var named = Map.of("userinfo", Map.of("name", Map.of("essential", true)));
    var opened = open("sig", sent(signer.sign(claims(c -> c.claim("claims", named)))));
    assertThat(opened.parameters().required("claims"))
        .isEqualTo("{\"userinfo\":{\"name\":{\"essential\":true}}}");
  }

  @Test
  void a_client_without_keys_has_none_opened() {
    var arrival = sent("x");
    assertThat(open("spa", arrival)).isEqualTo(arrival);
  }

  @Test
  @Spec("RFC 9101 §10.5")
  void a_client_that_signs_all_of_its_requests_is_refused_any_other() {
    var plain = IncomingRequest.plain(Parameters.of(Map.of("client_id", List.of("sig"))));
    assertThatThrownBy(() -> open("sig", plain).mustBeSignedIfRequiredOf(client("sig")))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(INVALID_REQUEST));
    open("sig", sent(signer.sign(claims(c -> c)))).mustBeSignedIfRequiredOf(client("sig"));
    open("spa", plain).mustBeSignedIfRequiredOf(client("spa"));
  }

  private void refusedUnder(JWSHeader.Builder header) {
    refused(signer.sign(header.build(), claims(c -> c)));
  }

  private AbstractThrowableAssert<?, ?> refused(String object) {
    OAuthError error = INVALID_REQUEST_OBJECT;
    return assertThatThrownBy(() -> open("sig", sent(object)))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  private IncomingRequest open(String client, IncomingRequest arrival) {
    return objects.open(client(client), arrival);
  }

  private Client client(String id) {
    return store.inTransaction(() -> registered.clients().find(new ClientId(id)).orElseThrow());
  }

  private static IncomingRequest sent(String object, String... beside) {
    var all = new LinkedHashMap<String, List<String>>();
    for (var i = 0; i < beside.length; i += 2) {
      all.put(beside[i], List.of(beside[i + 1]));
    }
    all.put("client_id", List.of("sig"));
    all.put("request", List.of(object));
    return IncomingRequest.plain(Parameters.of(all));
  }

  private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    var usual =
        new JWTClaimsSet.Builder()
            .issuer("sig")
            .audience("https://id.test")
            .claim("client_id", "sig")
            .claim("scope", "openid")
            .claim("max_age", 300)
            .claim("resource", List.of("https://a.test", "https://b.test"))
            .expirationTime(in(60));
    return change.apply(usual).build();
  }

  private static Date in(int seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private StoredClients registered() {
    var clients = new StoredClients(store, clock);
    clients.apply(
        """
        [{"client_id": "sig", "client_name": "Signs", "grant_types": [],
          "token_endpoint_auth_method": "private_key_jwt", "jwks": %s,
          "request_object_signing_alg": "ES256", "require_signed_request_object": true},
         {"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"]}]
        """
            .formatted(signer.jwks()));
    return clients;
  }

  private RequestObjects objects() {
    var opener = new RequestObjects();
    opener.keys = registered.keys();
    opener.encrypted = new EncryptedRequests();
    opener.settings = TestSettings.standard();
    opener.clock = clock;
    return opener;
  }
}
