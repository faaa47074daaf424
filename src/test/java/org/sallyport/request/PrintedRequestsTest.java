package org.sallyport.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Example;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.http.body.FormReader;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

/** The signed requests that the specifications print, at the server that they are for. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class PrintedRequestsTest {
  private static final String CLIENT = "s6BhdRkqt3";
  private static final Instant EXPIRES = Instant.ofEpochSecond(1_625_869_677);

  private final SettableClock clock = new SettableClock(EXPIRES.minusSeconds(60));
  private final Store store = Stores.h2();
  private final StoredClients registered = new StoredClients(store, clock);
  private final RequestObjects objects = objects();

  @Test
  @Spec({"RFC 9101 §4", "RFC 9101 §5.1"})
  void a_request_object_says_what_the_specification_says_it_does() {
    var opened = open("rfc9101-4.jwk", sent(Example.compact("rfc9101-4.jwt")));
    assertThat(opened.signed()).isTrue();
    assertThat(opened.parameters().asMap())
        .isEqualTo(
            Map.of(
                "response_type", List.of("code id_token"),
                "client_id", List.of(CLIENT),
                "redirect_uri", List.of("https://client.example.org/cb"),
                "scope", List.of("openid"),
                "state", List.of("af0ifjsldkj"),
                "nonce", List.of("n-0S6_WzA2Mj"),
                "max_age", List.of("86400")));
  }

  @Test
  @Spec("RFC 9101 §6.2")
  void a_changed_one_is_refused_and_so_is_another_key_of_the_same_name() {
    var object = Example.compact("rfc9101-4.jwt");
    refused("rfc9101-4.jwk", sent(object.replace(".Nsxa", ".Osxa")), "not signed");
    refused("rfc9126-3.jwk", sent(object), "not signed");
  }

  @Test
  @Spec("RFC 9126 §3")
  void a_pushed_request_object_says_what_the_specification_says_it_does() {
    var opened = open("rfc9126-3.jwk", pushed());
    assertThat(opened.signed()).isTrue();
    assertThat(opened.parameters().asMap())
        .isEqualTo(
            Map.of(
                "response_type", List.of("code"),
                "client_id", List.of(CLIENT),
                "redirect_uri", List.of("https://client.example.org/cb"),
                "scope", List.of("account-information"),
                "state", List.of("af0ifjsldkj"),
                "code_challenge", List.of("K2-ltc83acc4h0c9w6ESC_rEMTJ3bww-uCHaoeK1t8U"),
                "code_challenge_method", List.of("S256")));
  }

  @Test
  @Spec("RFC 9126 §3")
  void it_is_good_until_the_time_it_says() {
    clock.advance(Duration.ofSeconds(90));
    refused("rfc9126-3.jwk", pushed(), "expired");
  }

  @Test
  @Spec("RFC 9126 §2.1")
  void the_assertion_beside_it_is_of_the_same_key() {
    var text = pushed().parameters().required("client_assertion");
    var assertion = ForeignJwt.parse(text, "client_assertion", INVALID_CLIENT);
    assertThat(registered.keys().haveSigned(client("rfc9126-3.jwk"), assertion)).isTrue();
    assertThat(registered.keys().haveSigned(client("rfc9101-4.jwk"), assertion)).isFalse();
    assertThat(assertion.requiredText("sub")).isEqualTo(CLIENT);
    assertThat(assertion.soleAudience()).contains("https://server.example.com");
    assertThat(assertion.requiredTime("exp")).isEqualTo(EXPIRES);
  }

  private static IncomingRequest sent(String object) {
    var sent = Map.of("client_id", List.of(CLIENT), "request", List.of(object));
    return IncomingRequest.plain(Parameters.of(sent));
  }

  private static IncomingRequest pushed() {
    var form = Example.compact("rfc9126-3.form").getBytes(US_ASCII);
    return IncomingRequest.pushed(FormReader.parameters(form, null));
  }

  private IncomingRequest open(String key, IncomingRequest arrival) {
    return objects.open(client(key), arrival);
  }

  private void refused(String key, IncomingRequest arrival, String told) {
    assertThatThrownBy(() -> open(key, arrival))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(INVALID_REQUEST_OBJECT))
        .hasMessageContaining(told);
  }

  private Client client(String key) {
    registered.apply(
        """
        [{"client_id": "%s", "client_name": "Example", "grant_types": [],
          "token_endpoint_auth_method": "private_key_jwt", "jwks": %s}]
        """
            .formatted(CLIENT, Example.jwks(key)));
    return store.inTransaction(() -> registered.clients().find(new ClientId(CLIENT)).orElseThrow());
  }

  private RequestObjects objects() {
    var opener = new RequestObjects();
    opener.keys = registered.keys();
    opener.encrypted = new EncryptedRequests();
    opener.settings = TestSettings.with(Map.of("issuer", "https://server.example.com"));
    opener.clock = clock;
    return opener;
  }
}
