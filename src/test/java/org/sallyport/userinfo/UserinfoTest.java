package org.sallyport.userinfo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INSUFFICIENT_SCOPE;
import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_TOKEN;
import static org.sallyport.token.Refusal.refused;
import static org.sallyport.token.Refusal.refusedOfDisabled;

import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.text.ParseException;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.dpop.Prover;
import org.sallyport.dpop.TestProofs;
import org.sallyport.grant.RequestedClaims;
import org.sallyport.person.StoredPeople;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.http.body.RequestBodies;
import org.sallyport.platform.jose.Recipient;
import org.sallyport.platform.mtls.TestCertificates;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.token.Authorization;
import org.sallyport.token.Desk;

/** What an access token tells of its person, and how it must be shown. */
@Spec({"OpenID Connect Core §5.3", "RFC 6750 §2"})
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class UserinfoTest {
  private static final String TOKEN = "https://id.test/oauth2/token";
  private static final String USERINFO = "https://id.test/oauth2/userinfo";

  private final Desk desk = new Desk(Stores.h2());
  private final UserinfoResource endpoint = endpoint();
  private final JsonObject tokens = Authorization.of("openid profile groups").tokens(desk);
  private final String access = tokens.getString("access_token");

  @Test
  @Spec("OpenID Connect Core §5.4")
  void it_tells_what_the_scopes_allow_and_no_more() {
    var claims = get(bearer(access));
    assertThat(claims.getString("sub")).isEqualTo("alice");
    assertThat(claims.getString("name")).isEqualTo("Alice Example");
    assertThat(claims.getJsonArray("groups").getString(0)).isEqualTo("staff");
    assertThat(claims).doesNotContainKeys("email", "username");
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void it_tells_what_the_request_named_one_by_one_at_no_more_cost() {
    var usual = desk.store.statements(() -> endpoint.get(bearer(access).request(), response()));
    var named = new RequestedClaims(Set.of("email", "phone_number"), Set.of("name"));
    var token = Authorization.of("openid").naming(named).tokens(desk).getString("access_token");
    var claims = get(bearer(token));
    assertThat(claims.keySet()).containsExactlyInAnyOrder("sub", "email");
    assertThat(desk.store.statements(() -> endpoint.get(bearer(token).request(), response())))
        .isEqualTo(usual)
        .isEqualTo(1);
  }

  @Test
  @Spec({"OpenID Connect Core §5.3.2", "OpenID Connect Core §8.1"})
  void a_pairwise_client_is_told_the_subject_of_its_id_token() throws ParseException {
    desk.clients.apply(StoredClients.PAIRWISE);
    var granted = Authorization.of("openid").to("blind").tokens(desk);
    var subject = SignedJWT.parse(granted.getString("id_token")).getJWTClaimsSet().getSubject();
    var told = get(bearer(granted.getString("access_token")));
    assertThat(told.getString("sub")).isEqualTo(subject).isNotEqualTo("alice");
  }

  @Test
  @Spec("RFC 9110 §11.4")
  void an_unknown_parameter_in_the_query_and_spaces_behind_the_scheme_are_no_matter() {
    assertThat(get(bearer(access).asking("schema=openid")).getString("sub")).isEqualTo("alice");
    var spaced = Post.of().authorized("Bearer   " + access);
    assertThat(get(spaced).getString("sub")).isEqualTo("alice");
  }

  @Test
  @Security(119)
  void the_token_may_come_in_a_form() {
    assertThat(post(Post.of(), "access_token=" + access).getString("sub")).isEqualTo("alice");
    assertThat(post(bearer(access), "").getString("sub")).isEqualTo("alice");
  }

  @Test
  @Security(119)
  void it_may_come_neither_twice_nor_in_the_query() {
    refused(INVALID_REQUEST, () -> post(bearer(access), "access_token=" + access));
    refused(INVALID_REQUEST, () -> get(bearer(access).asking("access_token=" + access)));
    refused(INVALID_REQUEST, () -> get(Post.of().asking("access_token=" + access)));
    var twice = Post.of().authorized("Bearer " + access, "Bearer " + access);
    refused(INVALID_REQUEST, () -> get(twice));
    var repeated = "access_token=" + access + "&access_token=" + access;
    refused(INVALID_REQUEST, () -> post(Post.of(), repeated));
  }

  @ParameterizedTest
  @Security(119)
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Basic x", "DPoP x"})
  void what_is_no_token_is_refused(String header) {
    refused(INVALID_TOKEN, () -> get(Post.of().authorized(header)));
  }

  @Test
  @Security(119)
  void no_other_token_passes_for_an_access_token() {
    refused(INVALID_TOKEN, () -> get(Post.of()));
    refused(INVALID_TOKEN, () -> get(bearer(tokens.getString("id_token"))));
    refused(INVALID_TOKEN, () -> get(bearer(tokens.getString("refresh_token"))));
  }

  @Test
  @Security(119)
  @Spec("RFC 6750 §3.1")
  void without_openid_it_does_not_reach() {
    var notes = Authorization.of("notes.read").tokens(desk).getString("access_token");
    refused(INSUFFICIENT_SCOPE, () -> get(bearer(notes)));
    var own = desk.token("svc", "grant_type", "client_credentials", "scope", "notes.read");
    refused(INSUFFICIENT_SCOPE, () -> get(bearer(own.getString("access_token"))));
  }

  @Test
  void the_token_of_a_disabled_person_is_good_for_nothing() {
    desk.store.sql("update person set enabled = false");
    refusedOfDisabled(INVALID_TOKEN, () -> get(bearer(access)));
  }

  @Test
  void the_token_of_an_ended_grant_is_good_for_nothing() {
    desk.store.sql("update access_grant set ended_at = created_at");
    refused(INVALID_TOKEN, () -> get(bearer(access)));
  }

  @Test
  @Security(107)
  @Spec("RFC 9449 §7.1")
  void a_bound_token_needs_the_proof_of_its_key() {
    var prover = new Prover(desk.clock);
    var code = Post.of(Authorization.redemption(Authorization.of("openid profile").code(desk)));
    var proof = prover.proof("POST", TOKEN);
    var bound = desk.token(Desk.as("spa", code).proving(proof)).getString("access_token");

    assertThat(get(shown(bound, prover.with(bound, "POST", USERINFO))).getString("sub"))
        .isEqualTo("alice");
    refused(INVALID_TOKEN, () -> get(bearer(bound)));
    refused(INVALID_TOKEN, () -> get(Post.of().authorized("DPoP " + bound)));
    refused(INVALID_TOKEN, () -> post(Post.of(), "access_token=" + bound));
    var plain = prover.proof("POST", USERINFO);
    refused(INVALID_DPOP_PROOF, () -> get(shown(bound, plain)));
    var another = new Prover(desk.clock).with(bound, "POST", USERINFO);
    refused(INVALID_TOKEN, () -> get(shown(bound, another)));
    var elsewhere = prover.with(bound, "POST", TOKEN);
    refused(INVALID_DPOP_PROOF, () -> get(shown(bound, elsewhere)));
    refused(INVALID_TOKEN, () -> get(shown(access, prover.with(access, "POST", USERINFO))));
  }

  @Test
  @Security(107)
  @Spec("RFC 8705 §3")
  void a_token_bound_to_a_certificate_needs_that_certificate() {
    desk.clients.apply(
        """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "scope": "openid profile groups",
          "tls_client_certificate_bound_access_tokens": true}]
        """);
    var code = Post.of(Authorization.redemption(Authorization.of("openid profile").code(desk)));
    var header = TestCertificates.header("self-signed");
    var redeemed = desk.token(Desk.as("spa", code).sending(TestCertificates.HEADER, header));
    var bound = redeemed.getString("access_token");

    var shown = bearer(bound).sending(TestCertificates.HEADER, header);
    assertThat(get(shown).getString("sub")).isEqualTo("alice");
    refused(INVALID_TOKEN, () -> get(bearer(bound)));
    var other = TestCertificates.header("issued");
    refused(INVALID_TOKEN, () -> get(bearer(bound).sending(TestCertificates.HEADER, other)));
    var proof = new Prover(desk.clock).with(bound, "POST", USERINFO);
    refused(INVALID_TOKEN, () -> get(shown(bound, proof).sending(TestCertificates.HEADER, header)));
  }

  @Test
  @Spec("OpenID Connect Core §5.3.2")
  void a_client_may_be_told_in_a_signed_answer() throws ParseException {
    desk.clients.apply(
        """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "scope": "openid profile groups",
          "userinfo_signed_response_alg": "ES256"}]
        """);
    var post = bearer(access);
    var jwt =
        SignedJWT.parse(
            desk.committed(
                () -> text(endpoint.get(post.request(), new TestResponse().response()))));
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(jwt.getJWTClaimsSet().getIssuer()).isEqualTo("https://id.test");
    assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("spa");
    assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("alice");
    assertThat(jwt.getJWTClaimsSet().getClaim("name")).isEqualTo("Alice Example");
    refused(INVALID_TOKEN, () -> get(bearer(jwt.serialize())));
  }

  @Test
  @Spec("OpenID Connect Core §5.3.2")
  void the_signed_answer_may_be_encrypted() throws ParseException {
    desk.clients.apply(
        """
        [{"client_id": "spa", "client_name": "Single Page", "token_endpoint_auth_method": "none",
          "redirect_uris": ["https://app.test/cb"], "scope": "openid profile groups",
          "userinfo_signed_response_alg": "ES256", "userinfo_encrypted_response_alg": "ECDH-ES",
          "userinfo_encrypted_response_enc": "A256GCM", "jwks": %s}]
        """
            .formatted(Recipient.BOB.jwks()));
    var post = bearer(access);
    var told =
        desk.committed(() -> text(endpoint.get(post.request(), new TestResponse().response())));
    var jwt = SignedJWT.parse(Recipient.BOB.reads(told));
    assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("alice");
  }

  private static Post shown(String token, String proof) {
    return Post.of().authorized("DPoP " + token).proving(proof);
  }

  private JsonObject get(Post post) {
    return answer(() -> text(endpoint.get(post.request(), new TestResponse().response())));
  }

  private JsonObject post(Post post, String body) {
    return answer(() -> posted(post, body));
  }

  private String posted(Post post, String body) {
    var sent = new ByteArrayInputStream(body.getBytes(UTF_8));
    return text(endpoint.post(sent, post.request(), new TestResponse().response()));
  }

  private JsonObject answer(Supplier<String> endpointAnswer) {
    return Json.createReader(new StringReader(desk.committed(endpointAnswer))).readObject();
  }

  private static String text(Response answer) {
    return String.valueOf(answer.getEntity());
  }

  private static Post bearer(String token) {
    return Post.of().authorized("Bearer " + token);
  }

  private static HttpServletResponse response() {
    return new TestResponse().response();
  }

  private UserinfoResource endpoint() {
    var resource = new UserinfoResource();
    resource.bodies = new RequestBodies();
    resource.clients = desk.clients.clients();
    resource.subjects = StoredClients.subjects();
    resource.clientKeys = desk.clients.keys();
    resource.signed = desk.answers();
    resource.bearer = new BearerAuthentication();
    resource.bearer.tokens = desk.accessTokens();
    resource.bearer.standing = desk.standing();
    resource.bearer.grants = desk.grants;
    resource.bearer.people = StoredPeople.of(desk.store);
    resource.bearer.possession = new BoundTokenCheck();
    resource.bearer.possession.certificates = TestCertificates.finder();
    resource.bearer.possession.clients = desk.clients.clients();
    resource.bearer.possession.proofs = TestProofs.over(desk.store, desk.clock);
    return resource;
  }
}
