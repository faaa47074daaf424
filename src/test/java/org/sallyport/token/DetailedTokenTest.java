package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_AUTHORIZATION_DETAILS;
import static org.sallyport.protocol.OAuthError.INVALID_TARGET;
import static org.sallyport.resource.details.TestDetails.ACCOUNTS;
import static org.sallyport.resource.details.TestDetails.PAYMENT;
import static org.sallyport.resource.details.TestDetails.accountsAt;
import static org.sallyport.resource.details.TestDetails.array;
import static org.sallyport.token.Authorization.redemption;
import static org.sallyport.token.Refusal.refused;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.jwt.AccessToken;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.resource.details.AuthorizationDetails;

/** What tokens allow in detail, and at which APIs. */
@Spec("RFC 9396 §7")
class DetailedTokenTest {
  private static final String NOTES = "https://api.test/notes";
  private static final String PAYMENTS = "https://example.com/payments";
  private static final String LESS = ACCOUNTS.replace("\"list_accounts\", ", "");

  private final Desk desk = new Desk(Stores.h2());

  @Test
  @Spec("RFC 9396 §9.1")
  void what_was_allowed_is_in_the_answer_and_in_the_access_token() {
    var answer = Authorization.of("openid").detailed(array(PAYMENT)).tokens(desk);
    assertThat(details(answer)).isEqualTo(json(PAYMENT));
    assertThat(answer.getString("scope")).isEqualTo("openid");
    assertThat(claimed(answer)).isEqualTo(json(PAYMENT));
    assertThat(read(answer).audience()).containsExactly(PAYMENTS);
  }

  @Test
  void without_details_neither_has_any() {
    var answer = Authorization.of("openid notes.read").tokens(desk);
    assertThat(answer).doesNotContainKey("authorization_details");
    assertThat(read(answer).claims()).doesNotContainKey("authorization_details");
  }

  @Test
  @Spec("RFC 9396 §3.1")
  void details_alone_are_enough() {
    var answer = Authorization.of("").detailed(array(ACCOUNTS)).tokens(desk);
    assertThat(answer).doesNotContainKeys("scope", "id_token").containsKey("refresh_token");
    assertThat(details(answer)).isEqualTo(json(ACCOUNTS));
    assertThat(read(answer).audience()).containsExactly("https://id.test");
  }

  @Test
  @Spec("RFC 9396 §9.1")
  void a_token_for_one_api_has_no_details_of_another() {
    var both = Authorization.of("notes.read").detailed(array(PAYMENT, ACCOUNTS));
    var first = both.tokens(desk);
    assertThat(read(first).audience()).containsExactly(NOTES, PAYMENTS);
    assertThat(details(first)).isEqualTo(json(PAYMENT, ACCOUNTS));
    var refresh = refresh(first);
    assertThat(details(desk.token(refresh.with("resource", NOTES)))).isEqualTo(json(ACCOUNTS));
    var payments = desk.token(refresh.with("resource", PAYMENTS));
    assertThat(details(payments)).isEqualTo(json(PAYMENT, ACCOUNTS));
    assertThat(claimed(payments)).isEqualTo(json(PAYMENT, ACCOUNTS));
  }

  @Test
  @Spec("RFC 9396 §3.2")
  void the_resources_of_the_authorization_do_not_limit_its_details() {
    var answer = Authorization.of("notes.read").at(NOTES).detailed(array(PAYMENT)).tokens(desk);
    assertThat(read(answer).audience()).containsExactly(NOTES, PAYMENTS);
    refused(
        INVALID_TARGET, () -> desk.token(refresh(answer).with("resource", "https://api.test/jwt")));
  }

  @Test
  @Security(171)
  @Spec("RFC 9396 §6")
  void a_code_may_be_redeemed_for_less() {
    var code = Authorization.of("openid").detailed(array(PAYMENT, ACCOUNTS)).code(desk);
    var post = Desk.as("spa", Post.of(redemption(code)));
    refused(
        INVALID_AUTHORIZATION_DETAILS,
        () -> desk.token(post.with("authorization_details", array(other()))));
    refused(
        INVALID_AUTHORIZATION_DETAILS, () -> desk.token(post.with("authorization_details", "x")));
    var less = desk.token(post.with("authorization_details", array(LESS)));
    assertThat(details(less)).isEqualTo(json(LESS));
    assertThat(claimed(less)).isEqualTo(json(LESS));
  }

  @Test
  @Security(171)
  @Spec("RFC 9396 §6")
  void a_narrower_refresh_is_for_this_time_only() {
    var first = Authorization.of("openid").detailed(array(ACCOUNTS)).tokens(desk);
    var narrow = desk.token(refresh(first).with("authorization_details", array(LESS)));
    assertThat(details(narrow)).isEqualTo(json(LESS));
    var whole = desk.token(refresh(narrow));
    assertThat(details(whole)).isEqualTo(json(ACCOUNTS));
    var none = desk.token(refresh(whole).with("authorization_details", "[]"));
    assertThat(none).doesNotContainKey("authorization_details");
    assertThat(details(desk.token(refresh(none)))).isEqualTo(json(ACCOUNTS));
  }

  @Test
  @Security(171)
  void no_refresh_brings_more_and_asking_for_it_harms_nobody() {
    var first = Authorization.of("openid").detailed(array(LESS)).tokens(desk);
    for (var more : List.of(ACCOUNTS, PAYMENT, "{\"type\":\"unknown\"}")) {
      refused(
          INVALID_AUTHORIZATION_DETAILS,
          () -> desk.token(refresh(first).with("authorization_details", array(more))));
    }
    assertThat(details(desk.token(refresh(first)))).isEqualTo(json(LESS));
    var plain = Authorization.of("openid").tokens(desk);
    refused(
        INVALID_AUTHORIZATION_DETAILS,
        () -> desk.token(refresh(plain).with("authorization_details", array(LESS))));
  }

  @Test
  void a_type_that_the_client_lost_is_in_no_token_of_an_older_grant() {
    var first = Authorization.of("openid").detailed(array(PAYMENT, ACCOUNTS)).tokens(desk);
    desk.clients.apply(
        """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "grant_types": ["authorization_code",
          "refresh_token"], "scope": "openid",
          "authorization_details_types": ["account_information"]}]
        """);
    assertThat(details(desk.token(refresh(first)))).isEqualTo(json(ACCOUNTS));
  }

  @Test
  @Security(173)
  void an_api_that_the_client_lost_is_in_no_token_of_an_older_grant() {
    var there = accountsAt(NOTES);
    var first = Authorization.of("openid").detailed(array(PAYMENT, there)).tokens(desk);
    assertThat(read(first).audience()).containsExactlyInAnyOrder(NOTES, PAYMENTS);
    desk.clients.apply(
        """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "grant_types": ["authorization_code",
          "refresh_token"], "scope": "openid",
          "authorization_details_types": ["payment_initiation", "account_information"]}]
        """);
    var refreshed = desk.token(refresh(first));
    assertThat(details(refreshed)).isEqualTo(json(PAYMENT));
    assertThat(read(refreshed).audience()).containsExactly(PAYMENTS);
  }

  @Test
  @Security(173)
  void a_foreign_location_of_an_older_grant_is_in_no_token() {
    var foreign = accountsAt("https://example.com/accounts");
    var answer = Authorization.of("openid").detailed(array(PAYMENT, foreign)).tokens(desk);
    assertThat(details(answer)).isEqualTo(json(PAYMENT));
    assertThat(claimed(answer)).isEqualTo(json(PAYMENT));
  }

  @Test
  @Spec("RFC 9396 §6")
  void a_service_gets_details_of_its_own() {
    var post = Desk.as("svc", Post.of("grant_type", "client_credentials"));
    var answer = desk.token(post.with("authorization_details", array(PAYMENT)));
    assertThat(details(answer)).isEqualTo(json(PAYMENT));
    assertThat(answer).doesNotContainKey("scope");
    assertThat(claimed(answer)).isEqualTo(json(PAYMENT));
    assertThat(read(answer).audience()).containsExactly(PAYMENTS);
    var both = post.with("authorization_details", array(PAYMENT)).with("scope", "notes.read");
    assertThat(desk.token(both).getString("scope")).isEqualTo("notes.read");
  }

  @Test
  @Security({172, 173})
  void a_service_is_refused_what_is_not_its_own() {
    var post = Desk.as("svc", Post.of("grant_type", "client_credentials"));
    for (var wrong : List.of(array(ACCOUNTS), array(other().replace("EUR", "euro")), "{}")) {
      refused(
          INVALID_AUTHORIZATION_DETAILS,
          () -> desk.token(post.with("authorization_details", wrong)));
    }
  }

  private static String other() {
    return PAYMENT.replace("123.50", "999.99");
  }

  private static Post refresh(JsonObject answer) {
    var token = answer.getString("refresh_token");
    return Desk.as("spa", Post.of("grant_type", "refresh_token", "refresh_token", token));
  }

  private JsonArray claimed(JsonObject answer) {
    var claim = read(answer).claims().get("authorization_details");
    return Json.createArrayBuilder((List<?>) claim).build();
  }

  private static JsonArray details(JsonObject answer) {
    return answer.getJsonArray("authorization_details");
  }

  private static JsonArray json(String... details) {
    return AuthorizationDetails.parse(array(details)).json();
  }

  private AccessToken read(JsonObject answer) {
    return desk.accessTokens().read(answer.getString("access_token")).orElseThrow();
  }
}
