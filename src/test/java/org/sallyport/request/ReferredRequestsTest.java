package org.sallyport.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_URI;
import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.crypto.Sha256;
import org.sallyport.platform.jose.Signer;
import org.sallyport.platform.outgoing.Elsewhere;
import org.sallyport.platform.outgoing.OutgoingRequests;
import org.sallyport.platform.outgoing.TestFetches;
import org.sallyport.platform.outgoing.TestOutgoing;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

/** A request object is fetched from where its client is registered to keep it, and nowhere else. */
@Spec({"RFC 9101 §5.2", "OpenID Connect Core §6.2"})
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ReferredRequestsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final Signer signer = Signer.es256("one");
  private final String signed = signer.sign(claims("openid"));
  private final Elsewhere host = Elsewhere.serving(signed);
  private final String address = "http://keys.test:" + host.port() + "/r?a=b";
  private final String unchanging = address + "#" + Sha256.base64url(signed);
  private final Store store = Stores.h2();
  private final StoredClients registered = registered();
  private final RequestObjects objects = objects();

  @AfterEach
  void end() {
    host.close();
  }

  @Test
  void what_is_there_takes_the_place_of_what_was_sent() {
    var opened = open("ref", "request_uri", address, "scope", "admin");
    assertThat(opened.signed()).isTrue();
    assertThat(opened.parameters().asMap())
        .isEqualTo(Map.of("client_id", List.of("ref"), "scope", List.of("openid")));
    assertThat(host.requests()).contains("GET /r?a=b HTTP/1.1");
  }

  @ParameterizedTest
  @Security({46, 126})
  @ValueSource(
      strings = {
        "http://keys.test:%d/r",
        "http://keys.test:%d/r?a=b&c",
        "http://keys.test:%d/R?a=b",
        "http://keys.test:%d/./r?a=b",
        "http://keys.test:%d/%%72?a=b",
        "http://KEYS.test:%d/r?a=b",
        "http://x@keys.test:%d/r?a=b",
        "http://keys.test:%d/r?a=b#",
        "http://keys.test:%d/r?a=b#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "http://127.0.0.1:%d/r?a=b",
        "file:///etc/passwd",
        "urn:example:request"
      })
  void nothing_else_is_ever_asked_for(String other) {
    refused(INVALID_REQUEST_URI, "request_uri", other.formatted(host.port()));
    assertThat(host.connections()).isZero();
  }

  @ParameterizedTest
  @Security(126)
  @ValueSource(
      strings = {"http://other.test/r", "file:///r", "https://x@other.test/r", "/r", "urn:x:y"})
  void none_but_https_addresses_are_registered(String place) {
    var client =
        """
        [{"client_id": "ref", "client_name": "Refers", "grant_types": [], "jwks": %s,
          "client_secret": "0123456789abcdef", "request_uris": ["%s"]}]
        """
            .formatted(signer.jwks(), place);
    assertThatThrownBy(() -> registered.apply(client))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("request_uri");
  }

  @Test
  @Security(46)
  void a_client_without_registered_ones_has_none_fetched() {
    var arrival = sent("sig", "request_uri", address);
    assertThat(objects.open(client("sig"), arrival)).isEqualTo(arrival);
    assertThat(host.connections()).isZero();
  }

  @Test
  @Spec("RFC 9101 §5")
  void by_value_and_by_reference_at_once_is_refused() {
    refused(INVALID_REQUEST, "request_uri", address, "request", signed);
    assertThat(host.connections()).isZero();
  }

  @Test
  @Security(45)
  void what_is_there_is_signed_by_the_client_and_holds_no_other_one() {
    for (var object :
        List.of(
            "",
            "{\"client_id\":\"ref\"}",
            "eyJhbGciOiJub25lIn0.e30.",
            Signer.es256("one").sign(claims("openid")),
            signer.sign(new JWTClaimsSet.Builder(claims("openid")).issuer("sig").build()),
            signer.sign(
                new JWTClaimsSet.Builder(claims("openid"))
                    .claim("request_uri", address)
                    .build()))) {
      host.serve(object);
      refused(INVALID_REQUEST_OBJECT, "request_uri", address);
    }
  }

  @Test
  @Security(127)
  void an_answer_that_leads_elsewhere_or_is_of_no_use_is_refused() {
    var canary = Elsewhere.serving(signed);
    var there = "http://keys.test:" + canary.port() + "/";
    host.send("HTTP/1.1 302 Found\r\nLocation: " + there + "\r\nContent-Length: 0\r\n\r\n");
    refused(INVALID_REQUEST_URI, "request_uri", address);
    assertThat(canary.connections()).isZero();
    canary.close();
    host.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    refused(INVALID_REQUEST_URI, "request_uri", address);
    host.serve("a".repeat(65_537));
    refused(INVALID_REQUEST_URI, "request_uri", address);
  }

  @Test
  void what_its_hash_names_is_fetched_once_and_everything_else_each_second() {
    open("ref", "request_uri", unchanging);
    open("ref", "request_uri", unchanging);
    assertThat(host.connections()).isEqualTo(1);
    open("ref", "request_uri", address);
    host.serve(signer.sign(claims("openid email")));
    assertThat(open("ref", "request_uri", address).parameters().optional("scope"))
        .hasValue("openid email");
    assertThat(host.connections()).isEqualTo(3);
  }

  @Test
  @Security(127)
  void nothing_is_asked_for_again_within_a_second() {
    var client = client("ref");
    var arrival = sent("ref", "request_uri", address);
    for (var i = 0; i < 100; i++) {
      assertThat(objects.open(client, arrival).signed()).isTrue();
    }
    assertThat(host.connections()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    host.send("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    for (var i = 0; i < 100; i++) {
      assertThatThrownBy(() -> objects.open(client, arrival)).isInstanceOf(OAuthException.class);
    }
    assertThat(host.connections()).isEqualTo(2);
  }

  @Test
  void what_has_not_the_hash_is_refused() {
    host.serve(signer.sign(claims("openid email")));
    refused(INVALID_REQUEST_URI, "request_uri", unchanging);
    host.serve(signed);
    assertThat(open("ref", "request_uri", unchanging).signed()).isTrue();
  }

  @Test
  void one_client_has_few_fetched_at_once() throws InterruptedException {
    var asked = new CountDownLatch(4);
    var answer = new CountDownLatch(1);
    objects.referred.outgoing = waiting(asked, answer);
    var client = client("ref");
    var waiting = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      waiting.add(new Thread(() -> objects.open(client, sent("ref", "request_uri", address))));
    }
    waiting.forEach(Thread::start);
    asked.await();
    refused(TEMPORARILY_UNAVAILABLE, "request_uri", address);
    answer.countDown();
    for (var thread : waiting) {
      thread.join();
    }
    assertThat(open("ref", "request_uri", address).signed()).isTrue();
  }

  private OutgoingRequests waiting(CountDownLatch asked, CountDownLatch answer) {
    return new OutgoingRequests() {
      @Override
      public byte[] get(URI uri, String accept) throws IOException {
        asked.countDown();
        try {
          answer.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        return signed.getBytes(US_ASCII);
      }
    };
  }

  private void refused(OAuthError error, String... parameters) {
    assertThatThrownBy(() -> open("ref", parameters))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  // A second later each, when what is there is asked for anew.
  private IncomingRequest open(String client, String... parameters) {
    clock.advance(Duration.ofSeconds(1));
    return objects.open(client(client), sent(client, parameters));
  }

  private Client client(String id) {
    return store.inTransaction(() -> registered.clients().find(new ClientId(id)).orElseThrow());
  }

  private static IncomingRequest sent(String client, String... parameters) {
    var all = Parameters.of(Map.of("client_id", List.of(client)));
    for (var i = 0; i < parameters.length; i += 2) {
      all = all.and(Parameters.of(Map.of(parameters[i], List.of(parameters[i + 1]))));
    }
    return IncomingRequest.plain(all);
  }

  private static JWTClaimsSet claims(String scope) {
    return new JWTClaimsSet.Builder()
        .issuer("ref")
        .audience("https://id.test")
        .claim("client_id", "ref")
        .claim("scope", scope)
        .build();
  }

  private StoredClients registered() {
    var clients = new StoredClients(store, clock);
    clients.apply(
        """
        [{"client_id": "ref", "client_name": "Refers", "grant_types": [],
          "token_endpoint_auth_method": "private_key_jwt", "jwks": %1$s,
          "request_uris": ["%2$s", "%3$s"]},
         {"client_id": "sig", "client_name": "Signs", "grant_types": [],
          "token_endpoint_auth_method": "private_key_jwt", "jwks": %1$s}]
        """
            .formatted(signer.jwks(), address, unchanging));
    return clients;
  }

  private RequestObjects objects() {
    var opener = new RequestObjects();
    opener.keys = registered.keys();
    opener.encrypted = new EncryptedRequests();
    opener.referred = new ReferredRequests(() -> MILLISECONDS.toNanos(clock.millis()));
    opener.referred.outgoing = TestOutgoing.allowing("keys.test");
    opener.referred.fetches = TestFetches.atOnce();
    opener.settings = TestSettings.standard();
    opener.clock = clock;
    return opener;
  }
}
