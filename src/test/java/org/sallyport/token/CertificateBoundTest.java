package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.token.Refusal.refused;

import jakarta.json.JsonObject;
import java.util.Map;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.dpop.Prover;
import org.sallyport.platform.mtls.TestCertificates;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;

/** A stolen token is no use to who has not got the certificate. */
@Spec("RFC 8705 §3")
class CertificateBoundTest {
  private static final String CLIENTS =
      """
      [{"client_id": "spa", "client_name": "Public", "token_endpoint_auth_method": "none",
        "redirect_uris": ["https://app.test/cb"], "scope": "openid notes.read",
        "grant_types": ["authorization_code", "refresh_token"],
        "tls_client_certificate_bound_access_tokens": true},
       {"client_id": "svc", "client_name": "Service", "client_secret": "0123456789abcdef",
        "grant_types": ["client_credentials"], "scope": "notes.read",
        "tls_client_certificate_bound_access_tokens": true},
       {"client_id": "api", "client_name": "API", "client_secret": "0123456789abcdef",
        "grant_types": ["client_credentials"], "scope": "notes.read"}]
      """;
  private static final Post OWN = Post.of("grant_type", "client_credentials");

  @StoreTest
  void the_token_names_the_certificate(Store store) {
    var desk = desk(store);
    var tokens = desk.token(with("issued", Desk.as("svc", OWN)));
    assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
    var token = desk.accessTokens().read(tokens.getString("access_token")).orElseThrow();
    assertThat(token.claims())
        .containsEntry("cnf", Map.of("x5t#S256", "K3N5UyEuCkr7MgIeVJ7spD8CdnWGZ3VVQ6zXcaMFhFE"));
    assertThat(token.bound().orElseThrow().cnf()).isEqualTo(token.claims().get("cnf"));
  }

  @StoreTest
  void a_client_of_bound_tokens_gets_no_other(Store store) {
    var desk = desk(store);
    refused(INVALID_REQUEST, () -> desk.token(Desk.as("svc", OWN)));
    var proof = new Prover(desk.clock).proof("POST", "https://id.test/oauth2/token");
    refused(INVALID_REQUEST, () -> desk.token(with("issued", Desk.as("svc", OWN)).proving(proof)));
  }

  @StoreTest
  void who_did_not_ask_for_it_is_not_bound(Store store) {
    var desk = desk(store);
    var tokens = desk.token(with("issued", Desk.as("api", OWN)));
    var token = desk.accessTokens().read(tokens.getString("access_token")).orElseThrow();
    assertThat(token.bound()).isEmpty();
  }

  @StoreTest
  @Security(102)
  @Spec("RFC 8705 §4")
  void a_public_clients_refresh_tokens_are_bound_too(Store store) {
    var desk = desk(store);
    var code = Authorization.of("openid notes.read").code(desk);
    var redemption = Desk.as("spa", Post.of(Authorization.redemption(code)));
    refused(INVALID_REQUEST, () -> desk.token(redemption));
    var first = desk.token(with("self-signed", redemption));
    refused(INVALID_REQUEST, () -> desk.token(refresh(first)));
    refused(INVALID_GRANT, () -> desk.token(with("issued", refresh(first))));
    var second = desk.token(with("self-signed", refresh(first)));
    refused(INVALID_GRANT, () -> desk.token(with("issued", refresh(second))));
    assertThat(desk.token(with("self-signed", refresh(second)))).containsKey("access_token");
  }

  private static Desk desk(Store store) {
    var desk = new Desk(store);
    desk.clients.apply(CLIENTS);
    return desk;
  }

  private static Post with(String certificate, Post post) {
    return post.sending(TestCertificates.HEADER, TestCertificates.header(certificate));
  }

  private static Post refresh(JsonObject tokens) {
    var value = tokens.getString("refresh_token");
    return Desk.as("spa", Post.of("grant_type", "refresh_token", "refresh_token", value));
  }
}
