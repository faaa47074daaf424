package org.sallyport.jwt;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sallyport.protocol.SigningAlgorithm.PS256;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sallyport.SettableClock;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.SigningKeys;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.platform.runtime.PassingFault;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.TokenForm;

/** Keys are made when somebody is registered who needs them, and sign some minutes later. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class NeededKeysTest {
  private static final String ONE =
      """
      {"client_id": "one", "client_name": "One", "client_secret": "0123456789abcdef",
       "redirect_uris": ["https://app.test/cb"],
       "id_token_signed_response_alg": "PS256", "userinfo_signed_response_alg": "ES384",
       "authorization_signed_response_alg": "ES512", "introspection_signed_response_alg": "Ed25519"}
      """;
  private static final String OFF =
      """
      {"client_id": "off", "client_name": "Off", "client_secret": "0123456789abcdef",
       "grant_types": [], "introspection_signed_response_alg": "RS512", "enabled": false}
      """;
  private static final String API =
      """
      [{"resource": "https://api.test/a", "signing_alg": "RS384", "scopes": []}]
      """;

  private final SettableClock clock = new SettableClock(TestKeys.NOW);

  @StoreTest
  void they_are_those_of_clients_that_are_enabled_and_of_apis(Store store) throws ParseException {
    var keys = TestKeys.signing(store, clock);
    var clients = new StoredClients(store, clock);
    var standard = published(keys);
    store.run(() -> needed(clients, keys).start());
    assertThat(published(keys)).isEqualTo(standard);
    clients.apply("[" + ONE + "," + OFF + "]");
    clients.applyResources(API);
    store.run(() -> needed(clients, keys).start());
    assertThat(published(keys))
        .containsAll(standard)
        .contains("PS256", "ES384", "ES512", "Ed25519", "RS384")
        .hasSize(standard.size() + 5);
  }

  @Test
  void no_door_signs_with_a_key_that_is_merely_published() {
    var test = TestTokens.published(Stores.h2(), clock);
    var client = new ClientId("spa");
    var answers = test.answers();
    var form = new TokenForm("JWT", PS256);
    Stream.<ThrowingCallable>of(
            () -> test.id().mint(TestTokens.signIn(PS256, Optional.empty())),
            () -> test.access().mint(TestTokens.alice(form, TestTokens.API)),
            () -> answers.authorization(client, PS256, Map.of()),
            () -> answers.userinfo(client, PS256, Map.of()),
            () -> answers.introspection(client, PS256, Map.of()))
        .forEach(door -> assertThatExceptionOfType(PassingFault.class).isThrownBy(door));
  }

  private static NeededKeys needed(StoredClients clients, SigningKeys keys) {
    var needed = new NeededKeys();
    needed.clients = clients.clients();
    needed.servers = clients.servers();
    needed.keys = keys;
    return needed;
  }

  private static Set<String> published(SigningKeys keys) throws ParseException {
    return JWKSet.parse(keys.published().json()).getKeys().stream()
        .map(key -> key.getAlgorithm().getName())
        .collect(toSet());
  }
}
