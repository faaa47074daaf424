package org.sallyport.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.resource.details.TestDetails.PAYMENT;
import static org.sallyport.resource.details.TestDetails.array;
import static org.sallyport.token.Refusal.refused;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.grant.EndReason;
import org.sallyport.grant.TestGrants;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditLog;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.jose.Recipient;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.resource.details.AuthorizationDetails;
import org.sallyport.token.Authorization;
import org.sallyport.token.Desk;

/** What is told of a token, and to whom. */
@Spec("RFC 7662 §2")
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class IntrospectionTest {
  private static final String WEB_WITH_DETAILS =
      """
      [{"client_id": "web", "client_name": "Web", "client_secret": "web secret:with%all+of it",
        "redirect_uris": ["https://web.test/cb"], "grant_types": ["authorization_code",
        "refresh_token"], "scope": "openid", "authorization_details_types": ["payment_initiation"]},
       {"client_id": "api", "client_name": "API", "client_secret": "0123456789abcdef",
        "grant_types": []}]
      """;

  private static final JsonObject INACTIVE =
      Json.createObjectBuilder().add("active", false).build();

  private final Desk desk = new Desk(Stores.h2());
  private final IntrospectionResource endpoint = endpoint();
  private final JsonObject tokens =
      Authorization.of("openid notes.read offline_access").to("web").tokens(desk);
  private final String access = tokens.getString("access_token");
  private final String refresh = tokens.getString("refresh_token");

  @Test
  @Spec({"RFC 7662 §2.2", "RFC 9470 §6.2"})
  void the_api_learns_of_a_token_that_is_for_it() {
    var told = introspect("api", access);
    assertThat(told.getBoolean("active")).isTrue();
    assertThat(told.getString("client_id")).isEqualTo("web");
    assertThat(told.getString("username")).isEqualTo("alice");
    assertThat(told.getString("token_type")).isEqualTo("Bearer");
    assertThat(told.getString("scope")).isEqualTo("openid notes.read offline_access");
    assertThat(told).containsKeys("sub", "iss", "aud", "exp", "iat", "jti");
    assertThat(told).doesNotContainKey("token_use");
    assertThat(told.getString("acr")).isEqualTo("urn:pwd");
    assertThat(told.getInt("auth_time"))
        .isEqualTo((int) desk.clock.instant().minusSeconds(5).getEpochSecond());
  }

  @Test
  @Spec("OpenID Connect Core §8.1")
  void of_a_pairwise_clients_tokens_the_subject_is_its_own_and_no_username_is_told() {
    desk.clients.apply(StoredClients.PAIRWISE);
    var granted = Authorization.of("openid notes.read").to("blind").tokens(desk);
    var subject = introspect("blind", granted.getString("access_token")).getString("sub");
    assertThat(subject).isNotEqualTo("alice");
    for (var token : List.of("access_token", "refresh_token")) {
      var told = introspect("blind", granted.getString(token));
      assertThat(told.getString("sub")).isEqualTo(subject);
      assertThat(told).doesNotContainKey("username");
    }
    var named = Authorization.of("openid profile notes.read").to("blind").tokens(desk);
    var told = introspect("blind", named.getString("access_token"));
    assertThat(told.getString("username")).isEqualTo("alice");
  }

  @Test
  void its_own_client_learns_of_both_tokens() {
    assertThat(introspect("web", access).getBoolean("active")).isTrue();
    var told = introspect("web", refresh);
    assertThat(told.getBoolean("active")).isTrue();
    assertThat(told.getString("scope")).isEqualTo("openid notes.read offline_access");
    assertThat(told.getJsonNumber("exp").longValue())
        .isEqualTo(desk.clock.instant().plus(Duration.ofDays(30)).getEpochSecond());
  }

  @Test
  @Security(113)
  @Spec("RFC 7662 §4")
  void an_unrelated_client_learns_nothing() {
    assertThat(introspect("svc", access)).isEqualTo(INACTIVE);
    assertThat(introspect("svc", refresh)).isEqualTo(INACTIVE);
    assertThat(introspect("api", refresh)).isEqualTo(INACTIVE);
  }

  @Test
  @Security(114)
  void what_is_no_token_is_not_active() {
    var code = Authorization.of("openid").to("web").code(desk);
    var id = tokens.getString("id_token");
    var half = access.substring(0, access.length() - 1);
    for (var other : new String[] {code, id, half, access + "A", "x", "x".repeat(60_000)}) {
      assertThat(introspect("web", other)).isEqualTo(INACTIVE);
    }
  }

  @Test
  @Security(115)
  void a_disabled_person_makes_them_inactive_and_the_log_tells_why() {
    desk.store.sql("update person set enabled = false");
    try (var log = AuditLog.open()) {
      bothInactive();
      assertThat(log.lines()).filteredOn(l -> l.contains("reason=disabled client=web")).hasSize(2);
      assertThat(log.lines()).filteredOn(l -> l.contains("reason=disabled client=api")).hasSize(1);
    }
  }

  @Test
  @Spec("RFC 7662 §4")
  void an_api_that_is_no_introspection_client_is_told_nothing_and_the_log_why() {
    try (var log = AuditLog.open()) {
      assertThat(introspect("svc", access)).isEqualTo(INACTIVE);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("endpoint=/oauth2/introspect", "error=unauthorized_client")
          .contains("introspection_clients", "https://api.test/notes", "client=svc", "case=");
      introspect("api", access);
      introspect("svc", "x");
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  @Security(115)
  void a_disabled_client_makes_its_tokens_inactive() {
    desk.clients.apply(
        """
        [{"client_id": "api", "client_name": "API", "client_secret": "0123456789abcdef",
          "grant_types": []}]
        """);
    assertThat(introspect("api", access)).isEqualTo(INACTIVE);
  }

  @Test
  void an_ended_grant_makes_them_inactive() {
    var id = desk.accessTokens().read(access).orElseThrow().grant().orElseThrow();
    desk.store.run(() -> desk.grants.end(id, EndReason.REVOKED, desk.clock.instant()));
    bothInactive();
  }

  @Test
  void a_refresh_token_that_was_replaced_is_not_active() {
    var next =
        desk.token("web", "grant_type", "refresh_token", "refresh_token", refresh)
            .getString("refresh_token");
    assertThat(introspect("web", refresh)).isEqualTo(INACTIVE);
    assertThat(introspect("web", next).getBoolean("active")).isTrue();
    desk.clock.advance(Duration.ofDays(31));
    assertThat(introspect("web", next)).isEqualTo(INACTIVE);
  }

  @Test
  void a_clients_own_token_is_told_without_a_person() {
    var own = desk.token("svc", "grant_type", "client_credentials", "scope", "notes.read");
    var told = introspect("api", own.getString("access_token"));
    assertThat(told.getString("sub")).isEqualTo("client:svc");
    assertThat(told).doesNotContainKey("username");
  }

  @Test
  @Spec("RFC 9396 §9.2")
  void what_was_allowed_in_detail_is_told_of_both_tokens() throws ParseException {
    var allowed = array(PAYMENT);
    var detailed = Authorization.of("openid").detailed(allowed).to("web");
    desk.clients.apply(WEB_WITH_DETAILS);
    var both = detailed.tokens(desk);
    var details = AuthorizationDetails.parse(allowed).json();
    for (var name : List.of("access_token", "refresh_token")) {
      assertThat(introspect("web", both.getString(name)).getJsonArray("authorization_details"))
          .isEqualTo(details);
    }
    var token = Post.of("token", both.getString("access_token"));
    var post = Desk.as("api", token).accepting(IntrospectionResource.JWT);
    var signed = SignedJWT.parse(answer(post)).getJWTClaimsSet();
    assertThat(signed.getJSONObjectClaim("token_introspection"))
        .containsEntry("authorization_details", JSONArrayUtils.parse(allowed));
  }

  @Test
  void whoever_proves_nothing_is_told_nothing() {
    refused(INVALID_CLIENT, () -> introspect("spa", access));
    refused(INVALID_REQUEST, () -> introspect("web", ""));
  }

  @Test
  @Spec("RFC 9701 §5")
  void who_asks_for_a_signed_answer_gets_one() throws ParseException {
    var post = Desk.as("api", Post.of("token", access)).accepting(IntrospectionResource.JWT);
    var jwt = SignedJWT.parse(answer(post));
    assertThat(jwt.getHeader().getType().getType()).isEqualTo("token-introspection+jwt");
    var claims = jwt.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("https://id.test");
    assertThat(claims.getAudience()).containsExactly("api");
    assertThat(claims.getJSONObjectClaim("token_introspection"))
        .containsEntry("active", true)
        .containsEntry("client_id", "web");
    assertThat(claims.getClaims()).containsOnlyKeys("iss", "aud", "iat", "token_introspection");
    assertThat(introspect("web", jwt.serialize())).isEqualTo(INACTIVE);

    var unrelated = Desk.as("svc", Post.of("token", access)).accepting(IntrospectionResource.JWT);
    var said = SignedJWT.parse(answer(unrelated)).getJWTClaimsSet();
    assertThat(said.getJSONObjectClaim("token_introspection")).isEqualTo(Map.of("active", false));
  }

  @Test
  @Spec("RFC 9701 §6")
  void the_signed_answer_may_be_encrypted() throws ParseException {
    desk.clients.apply(
        """
        [{"client_id": "api", "client_name": "API", "client_secret": "0123456789abcdef",
          "grant_types": [], "introspection_encrypted_response_alg": "ECDH-ES+A128KW", "jwks": %s}]
        """
            .formatted(Recipient.BOB.jwks()));
    var post = Desk.as("api", Post.of("token", access)).accepting(IntrospectionResource.JWT);
    var jwt = SignedJWT.parse(Recipient.BOB.reads(answer(post)));
    assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("api");
  }

  private void bothInactive() {
    assertThat(introspect("api", access)).isEqualTo(INACTIVE);
    assertThat(introspect("web", access)).isEqualTo(INACTIVE);
    assertThat(introspect("web", refresh)).isEqualTo(INACTIVE);
  }

  private JsonObject introspect(String client, String token) {
    var post = Desk.as(client, Post.of("token", token, "token_type_hint", "nonsense"));
    return Json.createReader(new StringReader(answer(post))).readObject();
  }

  private String answer(Post post) {
    return desk.committed(
        () -> String.valueOf(endpoint.introspect(post.parameters(), post.request()).getEntity()));
  }

  private IntrospectionResource endpoint() {
    var resource = new IntrospectionResource();
    resource.signed = desk.answers();
    resource.clientKeys = desk.clients.keys();
    resource.clients = desk.clients.authentication();
    resource.accessTokens = new AccessTokenState();
    resource.accessTokens.tokens = desk.accessTokens();
    resource.accessTokens.standing = desk.standing();
    resource.accessTokens.clients = desk.clients.clients();
    resource.accessTokens.grants = desk.grants;
    resource.accessTokens.servers = desk.clients.servers();
    resource.accessTokens.people = StoredPeople.of(desk.store);
    resource.accessTokens.untold = new UntoldTokens();
    resource.accessTokens.untold.standing = desk.standing();
    resource.accessTokens.untold.audit = new Audit();
    resource.refreshTokens = new RefreshTokenState();
    resource.refreshTokens.credentials = desk.credentials;
    resource.refreshTokens.grants = TestGrants.of(desk.store);
    resource.refreshTokens.subjects = StoredClients.subjects();
    resource.refreshTokens.standing = desk.standing();
    resource.refreshTokens.untold = resource.accessTokens.untold;
    resource.refreshTokens.settings = TestSettings.standard();
    resource.refreshTokens.clock = desk.clock;
    return resource;
  }
}
