package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.token.Authorization.redemption;
import static org.sallyport.token.Refusal.refused;
import static org.sallyport.token.Refusal.refusedOfDisabled;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.sallyport.Security;
import org.sallyport.grant.StoredGrants;
import org.sallyport.jwt.AccessToken;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.resource.api.StoredResources;

/** What a client or a person held before they were disabled is void, also after they come back. */
class DisablingTest {
  private static final String SCOPES = "openid notes.read offline_access";
  private static final String ALICE = "[{\"username\": \"alice\", \"sub\": \"alice\"}]";
  private static final String NOBODY = "[]";
  private static final String CLIENT =
      """
      [{"client_id": "spa", "client_name": "SPA", "token_endpoint_auth_method": "none",
        "redirect_uris": ["https://app.test/cb"], "grant_types": ["authorization_code",
        "refresh_token"], "scope": "openid offline_access notes.read"},
       {"client_id": "svc", "client_name": "Service", "client_secret": "0123456789abcdef",
        "grant_types": ["client_credentials"], "scope": "notes.read"}]
      """;

  /** What was held before. */
  private record Held(String code, JsonObject tokens, JsonObject own) {
    static Held by(Desk desk) {
      return new Held(
          Authorization.of(SCOPES).code(desk),
          Authorization.of(SCOPES).tokens(desk),
          desk.token("svc", "grant_type", "client_credentials"));
    }

    void isVoid(Desk desk) {
      refusedOfDisabled(INVALID_GRANT, () -> desk.token("spa", redemption(code)));
      refusedOfDisabled(INVALID_GRANT, () -> refresh(desk));
      assertThat(StoredGrants.stands(desk.standing(), store(desk), read(desk, tokens))).isFalse();
    }

    void stands(Desk desk) {
      desk.token("spa", redemption(code));
      assertThat(StoredGrants.stands(desk.standing(), store(desk), read(desk, tokens))).isTrue();
      refresh(desk);
    }

    boolean ownStands(Desk desk) {
      return StoredGrants.stands(desk.standing(), store(desk), read(desk, own));
    }

    private void refresh(Desk desk) {
      var token = tokens.getString("refresh_token");
      desk.token("spa", "grant_type", "refresh_token", "refresh_token", token);
    }

    private static Store store(Desk desk) {
      return desk.store;
    }

    private static AccessToken read(Desk desk, JsonObject answer) {
      return desk.accessTokens().read(answer.getString("access_token")).orElseThrow();
    }
  }

  @StoreTest
  @Security(89)
  void an_api_that_comes_back_after_the_grace_is_not_reached_by_older_grants(Store store) {
    assertThat(reachedAfter(store, Duration.ofHours(1))).isFalse();
  }

  @StoreTest
  void an_api_that_comes_back_within_the_grace_is_reached_as_before(Store store) {
    assertThat(reachedAfter(store, Duration.ofMinutes(59))).isTrue();
  }

  private static boolean reachedAfter(Store store, Duration away) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    var token = Authorization.of(SCOPES).tokens(desk).getString("refresh_token");
    var apis = StoredResources.RESOURCES;
    desk.clients.applyResources(apis.replace("https://api.test/notes", "https://api.test/other"));
    desk.clock.advance(away);
    desk.clients.applyResources(apis);
    desk.clients.apply(CLIENT);
    var next = desk.token("spa", "grant_type", "refresh_token", "refresh_token", token);
    var read = desk.accessTokens().read(next.getString("access_token")).orElseThrow();
    return read.audience().contains("https://api.test/notes");
  }

  @StoreTest
  void an_end_that_a_wrong_clock_dated_ahead_keeps_nobody_out_after_the_next_start(Store store) {
    var desk = new Desk(store);
    var ahead = Duration.ofDays(100);
    desk.clients.apply(CLIENT);
    desk.clients.apply(disabled(CLIENT));
    desk.clock.advance(ahead);
    desk.clients.apply(CLIENT);
    desk.clock.advance(ahead.negated());
    desk.clients.apply(CLIENT);
    desk.clock.advance(Duration.ofSeconds(1));
    Held.by(desk).stands(desk);
  }

  private static String disabled(String section) {
    return section.replace("}", ", \"enabled\": false}");
  }

  @StoreTest
  @Security(89)
  void a_client_that_is_enabled_again_gets_nothing_back(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    var held = Held.by(desk);
    desk.clock.advance(Duration.ofSeconds(1));
    desk.clients.apply(disabled(CLIENT));
    desk.clients.apply(CLIENT);
    held.isVoid(desk);
    assertThat(held.ownStands(desk)).isFalse();
  }

  @StoreTest
  void a_client_that_is_enabled_again_works_from_then_on(Store store) {
    var desk = new Desk(store);
    desk.clock.advance(Duration.ofSeconds(-2));
    desk.clients.apply(CLIENT);
    desk.clients.apply(disabled(CLIENT));
    desk.clients.apply(CLIENT);
    desk.clock.advance(Duration.ofSeconds(2));
    var held = Held.by(desk);
    assertThat(held.ownStands(desk)).isTrue();
    held.stands(desk);
  }

  @StoreTest
  @Security(89)
  void what_another_node_gave_out_while_it_did_not_know_yet_is_void_as_well(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    desk.clients.apply(disabled(CLIENT));
    store.sql("update client set enabled = true");
    desk.clock.advance(Duration.ofSeconds(1));
    var held = Held.by(desk);
    store.sql("update client set enabled = false");
    desk.clients.apply(CLIENT);
    held.isVoid(desk);
  }

  @StoreTest
  void a_client_whose_file_is_corrected_within_the_grace_has_lost_nothing(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    var held = Held.by(desk);
    desk.clients.apply(NOBODY);
    desk.clock.advance(Duration.ofSeconds(50));
    desk.clients.apply(CLIENT);
    held.stands(desk);
    assertThat(held.ownStands(desk)).isTrue();
  }

  @StoreTest
  @Security(89)
  void a_client_that_comes_back_after_the_grace_gets_nothing_back(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    var token = Authorization.of(SCOPES).tokens(desk).getString("refresh_token");
    desk.clients.apply(NOBODY);
    desk.clock.advance(Duration.ofHours(1));
    desk.clients.apply(CLIENT);
    refused(
        INVALID_GRANT,
        () -> desk.token("spa", "grant_type", "refresh_token", "refresh_token", token));
  }

  @StoreTest
  @Security(89)
  void a_disabled_client_that_leaves_and_comes_back_at_once_gets_nothing_back(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    var held = Held.by(desk);
    desk.clients.apply(disabled(CLIENT));
    desk.clients.apply(NOBODY);
    desk.clients.apply(CLIENT);
    held.isVoid(desk);
  }

  @StoreTest
  @Security(89)
  void a_client_that_left_and_is_disabled_within_the_grace_gets_nothing_back(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    var held = Held.by(desk);
    desk.clients.apply(NOBODY);
    desk.clients.apply(disabled(CLIENT));
    desk.clients.apply(CLIENT);
    held.isVoid(desk);
  }

  @StoreTest
  @Security({78, 89})
  void a_person_who_is_enabled_again_gets_nothing_back(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    StoredPeople.apply(store, desk.clock, ALICE);
    var held = Held.by(desk);
    desk.clock.advance(Duration.ofSeconds(1));
    StoredPeople.apply(store, desk.clock, disabled(ALICE));
    StoredPeople.apply(store, desk.clock, ALICE);
    held.isVoid(desk);
  }

  @StoreTest
  void a_person_whose_file_is_corrected_within_the_grace_has_lost_nothing(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    StoredPeople.apply(store, desk.clock, ALICE);
    var held = Held.by(desk);
    StoredPeople.apply(store, desk.clock, NOBODY);
    desk.clock.advance(Duration.ofSeconds(50));
    StoredPeople.apply(store, desk.clock, ALICE);
    held.stands(desk);
  }

  @StoreTest
  @Security({78, 89})
  void a_person_who_comes_back_after_the_grace_gets_nothing_back(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENT);
    StoredPeople.apply(store, desk.clock, ALICE);
    var token = Authorization.of(SCOPES).tokens(desk).getString("refresh_token");
    StoredPeople.apply(store, desk.clock, NOBODY);
    desk.clock.advance(Duration.ofHours(1));
    StoredPeople.apply(store, desk.clock, ALICE);
    refused(
        INVALID_GRANT,
        () -> desk.token("spa", "grant_type", "refresh_token", "refresh_token", token));
  }
}
