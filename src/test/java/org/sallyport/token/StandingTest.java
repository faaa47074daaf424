package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.token.Authorization.redemption;
import static org.sallyport.token.Refusal.refused;

import java.util.List;
import java.util.function.Consumer;
import org.sallyport.Security;
import org.sallyport.grant.SessionEnding;
import org.sallyport.grant.consent.TestConsents;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.Subject;

/** Nothing more comes of a grant that no longer stands, though its code or token is good. */
class StandingTest {
  private static final String SCOPES = "openid notes.read offline_access";

  @StoreTest
  @Security({78, 89})
  void a_disabled_person_ends_it(Store store) {
    endsBy(store, desk -> store.sql("update person set enabled = false"));
  }

  @StoreTest
  @Security({78, 89})
  void a_person_who_is_gone_ends_it(Store store) {
    endsBy(store, desk -> store.sql("delete from person"));
  }

  @StoreTest
  @Security({78, 89})
  void a_changed_password_ends_it(Store store) {
    endsBy(
        store,
        desk ->
            store.sql(
                "update person set credentials_changed_at ="
                    + " timestamp with time zone '2026-01-02 03:05:00+00'"));
  }

  @StoreTest
  @Security({78, 89})
  void a_withdrawn_consent_ends_it(Store store) {
    endsBy(
        store,
        desk ->
            store.run(
                () ->
                    TestConsents.of(store)
                        .withdraw(
                            new Subject("alice"), new ClientId("spa"), desk.clock.instant())));
  }

  @StoreTest
  @Security(78)
  void the_end_of_the_session_ends_the_code_and_what_is_not_offline(Store store) {
    var desk = new Desk(store);
    var code = Authorization.of(SCOPES).code(desk);
    var bound = Authorization.of("openid").tokens(desk).getString("refresh_token");
    var offline = Authorization.of(SCOPES).tokens(desk).getString("refresh_token");
    store.run(() -> SessionEnding.tell(store, "session-1", desk.clock));
    refused(INVALID_GRANT, () -> desk.token("spa", redemption(code)));
    refused(INVALID_GRANT, () -> refresh(desk, bound));
    refresh(desk, offline);
  }

  @StoreTest
  @Security(78)
  void a_code_that_is_issued_while_its_session_ends_gives_nothing(Store store) {
    var desk = new Desk(store);
    var offline = Authorization.of(SCOPES).tokens(desk).getString("refresh_token");
    store.run(() -> SessionEnding.tell(store, "session-1", desk.clock));
    store.sql("update browser_session set ended_at = created_at");
    for (var scopes : List.of("openid", SCOPES, "offline_access")) {
      var late = Authorization.of(scopes).code(desk);
      refused(INVALID_GRANT, () -> desk.token("spa", redemption(late)));
    }
    refresh(desk, offline);
  }

  @StoreTest
  @Security(89)
  void a_disabled_client_gets_nothing_more(Store store) {
    var desk = new Desk(store);
    var code = Authorization.of(SCOPES).code(desk);
    var token = Authorization.of(SCOPES).tokens(desk).getString("refresh_token");
    desk.clients.apply("[]");
    refused(INVALID_CLIENT, () -> desk.token("spa", redemption(code)));
    refused(INVALID_CLIENT, () -> refresh(desk, token));
  }

  @StoreTest
  @Security(89)
  void a_client_that_is_disabled_after_it_proved_itself_gets_the_answer_to_this_request(
      Store store) {
    var desk = new Desk(store);
    var code = Authorization.of(SCOPES).code(desk);
    desk.meanwhile(() -> desk.clients.apply("[]"));
    assertThat(desk.token("spa", redemption(code))).containsKeys("access_token", "id_token");
    refused(INVALID_CLIENT, () -> desk.token("spa", redemption(code)));
  }

  private static void endsBy(Store store, Consumer<Desk> deed) {
    var desk = new Desk(store);
    var code = Authorization.of(SCOPES).code(desk);
    var tokens = Authorization.of(SCOPES).tokens(desk);
    deed.accept(desk);
    refused(INVALID_GRANT, () -> desk.token("spa", redemption(code)));
    refused(INVALID_GRANT, () -> refresh(desk, tokens.getString("refresh_token")));
    assertThat(isGood(desk, tokens.getString("access_token"))).isFalse();
  }

  private static boolean isGood(Desk desk, String token) {
    var read = desk.accessTokens().read(token).orElseThrow();
    return desk.store.inTransaction(
        () -> desk.standing().token(read.jti(), read.client(), read.grant(), read.issuedAt()));
  }

  private static void refresh(Desk desk, String token) {
    desk.token("spa", "grant_type", "refresh_token", "refresh_token", token);
  }
}
