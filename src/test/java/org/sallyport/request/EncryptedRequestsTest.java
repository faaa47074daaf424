package org.sallyport.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.SigningKeys;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.jose.Encrypter;
import org.sallyport.platform.jose.Encryption;
import org.sallyport.platform.jose.Signer;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

/** A request object may be encrypted to us; what counts is what the client has signed inside. */
@Spec({"RFC 9101 §6.1", "OpenID Connect Core §6.1"})
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class EncryptedRequestsTest {
  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final Signer signer = Signer.es256("one");
  private final String signed = signer.sign(claims("enc"));
  private final Store store = Stores.h2();
  private final SigningKeys ours = TestKeys.signing(store, clock);
  private final Encrypter agreed = Encrypter.to(ours.published().json(), "ECDH-ES");
  private final Encrypter wrapped = Encrypter.to(ours.published().json(), "RSA-OAEP-256");
  private final StoredClients registered = registered();
  private final RequestObjects objects = objects();

  static Stream<String> methods() {
    return Encryption.METHODS.stream();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void what_is_signed_inside_takes_the_place_of_what_was_sent(String method) {
    for (var encrypter : List.of(agreed, wrapped)) {
      var opened = open("enc", encrypter.encrypt(encrypter.header(method).build(), signed));
      assertThat(opened.signed()).isTrue();
      assertThat(opened.parameters().asMap())
          .isEqualTo(Map.of("client_id", List.of("enc"), "scope", List.of("openid")));
    }
  }

  @Test
  void it_need_not_say_what_key_it_is_for() {
    var header = agreed.header("A256GCM").keyID(null).build();
    assertThat(open("enc", agreed.encrypt(header, signed)).signed()).isTrue();
  }

  @Test
  @Security(45)
  void inside_is_one_that_the_client_has_signed() {
    for (var inside :
        List.of(
            claims("enc").toString(),
            "eyJhbGciOiJub25lIn0." + Base64URL.encode(claims("enc").toString()) + ".",
            Signer.es256("one").sign(claims("enc")),
            signer.sign(claims("narrow")),
            agreed.encrypt(signed),
            "")) {
      refused("enc", agreed.encrypt(inside));
    }
  }

  @Test
  @Security(45)
  void whatever_is_wrong_with_the_encryption_the_answer_is_the_same() {
    var reasons =
        Stream.concat(garbled(agreed), garbled(wrapped)).map(o -> refused("enc", o)).distinct();
    assertThat(reasons).hasSize(1);
  }

  private Stream<String> garbled(Encrypter encrypter) {
    var sound = encrypter.encrypt(signed).split("[.]", -1);
    var other = encrypter.encrypt(signed).split("[.]", -1);
    return Stream.of(
        changed(sound, 1, other[1] + "AAAA"),
        changed(sound, 2, other[2]),
        changed(sound, 3, other[3].substring(4)),
        changed(sound, 3, ""),
        changed(sound, 4, other[4]),
        changed(sound, 0, "e30"),
        changed(sound, 0, ""),
        under(encrypter, encrypter.header("A128GCM").keyID("unknown")),
        under(encrypter, encrypter.header("A128GCM").keyID(ours.published().json())),
        "a.".repeat(40_000),
        "....");
  }

  @Test
  @Security(45)
  @Spec("RFC 8725 §3.6")
  void what_is_packed_or_points_to_a_key_is_refused() {
    for (var encrypter : List.of(agreed, wrapped)) {
      var header = encrypter.header("A128GCM");
      refused("enc", under(encrypter, header.compressionAlgorithm(CompressionAlgorithm.DEF)));
      var canary = URI.create("https://canary.test/");
      refused("enc", under(encrypter, encrypter.header("A128GCM").jwkURL(canary)));
      refused("enc", under(encrypter, encrypter.header("A128GCM").x509CertURL(canary)));
      refused("enc", under(encrypter, encrypter.header("A128GCM").criticalParams(Set.of("exp"))));
    }
  }

  @Test
  void one_that_is_too_long_is_not_decrypted() {
    var endless =
        new JWTClaimsSet.Builder(claims("enc")).claim("state", "a".repeat(60_000)).build();
    refused("enc", agreed.encrypt(signer.sign(endless)));
  }

  @Test
  @Spec("OpenID Connect Dynamic Client Registration §2")
  void a_client_that_says_how_may_do_otherwise() {
    var narrow = signer.sign(claims("narrow"));
    for (var object :
        List.of(
            wrapped.encrypt(wrapped.header("A256GCM").build(), narrow),
            wrapped.encrypt(wrapped.header("A128GCM").build(), narrow),
            agreed.encrypt(agreed.header("A256GCM").build(), narrow),
            narrow)) {
      assertThat(open("narrow", object).signed()).isTrue();
    }
  }

  private String under(Encrypter encrypter, JWEHeader.Builder header) {
    return encrypter.encrypt(header.build(), signed);
  }

  private static String changed(String[] parts, int part, String to) {
    var all = parts.clone();
    all[part] = to;
    return String.join(".", all);
  }

  private String refused(String client, String object) {
    var refusal = catchThrowableOfType(OAuthException.class, () -> open(client, object));
    assertThat(refusal).as(object).isNotNull();
    assertThat(refusal.error()).isEqualTo(INVALID_REQUEST_OBJECT);
    return refusal.reason();
  }

  private IncomingRequest open(String id, String object) {
    var client =
        store.inTransaction(() -> registered.clients().find(new ClientId(id)).orElseThrow());
    var sent = Map.of("client_id", List.of(id), "request", List.of(object));
    return objects.open(client, IncomingRequest.plain(Parameters.of(sent)));
  }

  private static JWTClaimsSet claims(String client) {
    return new JWTClaimsSet.Builder()
        .issuer(client)
        .audience("https://id.test")
        .claim("client_id", client)
        .claim("scope", "openid")
        .build();
  }

  private StoredClients registered() {
    var clients = new StoredClients(store, clock);
    clients.apply(
        """
        [{"client_id": "enc", "client_name": "Encrypts", "grant_types": [],
          "token_endpoint_auth_method": "private_key_jwt", "jwks": %1$s},
         {"client_id": "narrow", "client_name": "Says how", "grant_types": [],
          "token_endpoint_auth_method": "private_key_jwt", "jwks": %1$s,
          "request_object_encryption_alg": "RSA-OAEP-256",
          "request_object_encryption_enc": "A256GCM"}]
        """
            .formatted(signer.jwks()));
    return clients;
  }

  private RequestObjects objects() {
    var opener = new RequestObjects();
    opener.keys = registered.keys();
    opener.referred = new ReferredRequests();
    opener.encrypted = new EncryptedRequests();
    opener.encrypted.keys = TestKeys.decrypting(ours);
    opener.settings = TestSettings.standard();
    opener.clock = clock;
    return opener;
  }
}
