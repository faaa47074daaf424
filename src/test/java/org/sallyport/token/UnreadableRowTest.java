package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_TARGET;
import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;
import static org.sallyport.token.Authorization.redemption;
import static org.sallyport.token.Refusal.refused;

import java.util.List;
import org.sallyport.Security;
import org.sallyport.grant.StoredGrants;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** A row that is damaged, or that a newer version wrote, hurts nobody but whom it is about. */
class UnreadableRowTest {
  private static final String SCOPES = "openid notes.read offline_access";

  // What may be found in a column of JSON: no JSON, other JSON, and an empty object.
  private static final List<String> DAMAGED = List.of("{", "[]", "7", "{}");

  @StoreTest
  @Security(89)
  void a_damaged_client_hurts_no_other_and_is_told_so(Store store) {
    for (var content : DAMAGED) {
      var desk = new Desk(store.empty());
      store.sql("update client set metadata = '" + content + "' where id = 'web'");
      desk.clients.forget();
      Authorization.of(SCOPES).tokens(desk);
      desk.token("svc", "grant_type", "client_credentials", "scope", "notes.read");
      assertThat(desk.clients.allows("https://app.test")).isTrue();
      refused(TEMPORARILY_UNAVAILABLE, () -> desk.token("web", "grant_type", "client_credentials"));
      assertThat(desk.clients.unreadable()).isOne();
    }
  }

  @StoreTest
  void a_client_of_a_newer_version_works_as_far_as_it_is_known(Store store) {
    var desk = new Desk(store);
    store.sql(
        "update client set metadata = '{\"client_name\": \"Service\", \"scope\":"
            + " \"notes.read\", \"grant_types\": [\"client_credentials\", \"newer\"],"
            + " \"newer\": {\"a\": [1]}}' where id = 'svc'");
    desk.clients.forget();
    var tokens = desk.token("svc", "grant_type", "client_credentials");
    assertThat(tokens.getString("scope")).isEqualTo("notes.read");
  }

  @StoreTest
  void a_client_with_a_value_of_a_newer_version_hurts_no_other(Store store) {
    var desk = new Desk(store);
    for (var value :
        List.of(
            "\"profile\": \"newer\"",
            "\"id_token_signed_response_alg\": \"ML-DSA-44\"",
            "\"subject_type\": \"newer\"")) {
      store.sql(
          "update client set metadata = '{\"client_name\": \"Web\", %s}' where id = 'web'"
              .formatted(value));
      desk.clients.forget();
      Authorization.of(SCOPES).tokens(desk);
      refused(TEMPORARILY_UNAVAILABLE, () -> desk.token("web", "grant_type", "client_credentials"));
    }
  }

  @StoreTest
  void a_damaged_client_keeps_its_tokens(Store store) {
    var desk = new Desk(store);
    var answer = Authorization.of(SCOPES).tokens(desk);
    var token = desk.accessTokens().read(answer.getString("access_token")).orElseThrow();
    store.sql("update client set metadata = '{' where id = 'spa'");
    desk.clients.forget();
    assertThat(StoredGrants.stands(desk.standing(), store, token)).isTrue();
  }

  @StoreTest
  void a_damaged_api_hurts_no_other(Store store) {
    for (var content : DAMAGED) {
      var desk = new Desk(store.empty());
      store.sql(
          "update resource_server set definition = '%s' where id = 'https://api.test/jwt'"
              .formatted(content));
      desk.clients.forget();
      var tokens = Authorization.of(SCOPES).tokens(desk);
      assertThat(tokens.getString("scope")).contains("notes.read");
      refused(
          INVALID_TARGET,
          () ->
              desk.token(
                  "svc", "grant_type", "client_credentials", "resource", "https://api.test/jwt"));
      assertThat(desk.clients.unreadable()).isOne();
    }
  }

  @StoreTest
  void an_api_of_a_newer_version_is_reached_as_before(Store store) {
    var desk = new Desk(store);
    store.sql(
        "update resource_server set definition = replace(definition, '{', '{\"newer\": 1, ')");
    desk.clients.forget();
    var tokens = Authorization.of(SCOPES).tokens(desk);
    assertThat(tokens.getString("scope")).contains("notes.read");
    assertThat(desk.clients.unreadable()).isZero();
  }

  @StoreTest
  void a_damaged_type_of_details_hurts_no_other(Store store) {
    for (var content : DAMAGED) {
      var desk = new Desk(store.empty());
      store.sql("update authorization_details_type set definition = '" + content + "'");
      desk.clients.forget();
      Authorization.of(SCOPES).tokens(desk);
      assertThat(store.inTransaction(() -> desk.clients.types().all())).isEmpty();
      assertThat(desk.clients.unreadable()).isPositive();
    }
  }

  @StoreTest
  void a_grant_of_a_newer_version_is_as_ended_as_it_says(Store store) {
    var desk = new Desk(store);
    var code = Authorization.of(SCOPES).code(desk);
    Authorization.of(SCOPES).code(desk);
    store.sql("update access_grant set claims = 'name|email|newer', end_reason = 'NEWER'");
    desk.token("spa", redemption(code));
  }

  @StoreTest
  void a_damaged_person_hurts_no_other(Store store) {
    var desk = new Desk(store);
    StoredPeople.join(store, "bob");
    store.sql("update person set claims = '{', password_hash = '$newer$' where subject = 'bob'");
    Authorization.of(SCOPES).tokens(desk);
    StoredPeople.apply(
        store,
        desk.clock,
        "[{\"username\": \"alice\"}, {\"username\": \"bob\", \"password\": \"a new one\"}]");
    assertThat(store.count("person", "password_hash = '$newer$'")).isOne();
  }
}
