package org.sallyport.client.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;
import static org.sallyport.protocol.OAuthError.UNAUTHORIZED_CLIENT;
import static org.sallyport.token.Refusal.refused;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.outgoing.Elsewhere;
import org.sallyport.platform.outgoing.TestFetches;
import org.sallyport.platform.outgoing.TestOutgoing;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.ClientId;

/** Nobody gets into a sector that does not list them. */
@Spec("OpenID Connect Core §8.1")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class SectorsTest {
  private static final String BOTH =
      "[\"https://a.test/cb\",\"https://b.test/cb\",\"https://c.test/\"]";

  private final Store store = Stores.h2();
  private final StoredClients clients = new StoredClients(store, Clock.systemUTC());
  private final Sectors sectors = sectors();

  @Test
  void who_is_listed_is_asked_about_once() {
    try (var there = Elsewhere.serving(BOTH)) {
      var client = client(there);
      sectors.mustList(client);
      there.send("HTTP/1.1 500 Oh\r\n\r\n");
      assertThatCode(() -> sectors.mustList(client)).doesNotThrowAnyException();
      assertThat(there.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[\"https://a.test/cb\"]",
        "[\"https://a.test/cb\",1,{},\"https://b.test/cb/\"]"
      })
  void who_is_not_listed_with_all_redirect_uris_is_refused(String json) {
    try (var there = Elsewhere.serving(json)) {
      var client = client(there);
      refused(UNAUTHORIZED_CLIENT, () -> sectors.mustList(client));
      refused(UNAUTHORIZED_CLIENT, () -> sectors.mustList(client));
      assertThat(there.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "[\"https://a.test/cb\",", "<html>"})
  void what_is_no_array_is_no_answer(String body) {
    try (var there = Elsewhere.serving(body)) {
      var client = client(there);
      refused(TEMPORARILY_UNAVAILABLE, () -> sectors.mustList(client));
    }
  }

  @Test
  void a_sector_that_is_away_keeps_nobody_from_starting_but_its_clients_from_going_on() {
    var there = Elsewhere.serving(BOTH);
    there.close();
    var client = client(there);
    refused(TEMPORARILY_UNAVAILABLE, () -> sectors.mustList(client));
  }

  @Test
  @Security(126)
  void it_is_asked_by_https_alone() {
    assertThatThrownBy(() -> apply("http://sector.test/"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sector_identifier_uri");
    assertThatThrownBy(() -> apply("https://user@sector.test/"))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void who_names_no_sector_is_not_asked_about() {
    sectors.mustList(find("spa"));
  }

  private Client client(Elsewhere there) {
    apply("http://keys.test:" + there.port() + "/uris");
    return find("sector");
  }

  private void apply(String uri) {
    clients.apply(
        """
        [{"client_id": "sector", "client_name": "Sector", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://a.test/cb", "https://b.test/cb"], "scope": "openid",
          "subject_type": "pairwise", "sector_identifier_uri": "%s"}]
        """
            .formatted(uri));
  }

  private Client find(String id) {
    return store.inTransaction(() -> clients.clients().find(new ClientId(id)).orElseThrow());
  }

  private static Sectors sectors() {
    var sectors = new Sectors();
    sectors.outgoing = TestOutgoing.allowing("keys.test");
    sectors.fetches = TestFetches.atOnce();
    return sectors;
  }
}
