package org.sallyport.client.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.TOO_MANY_REQUESTS;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Post;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.client.registry.StoredClients;
import org.sallyport.keys.TestKeys;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/** Who a request comes from, and what is no proof of it. */
@Spec("RFC 6749 §2.3")
class ClientAuthenticationTest {
  private static final String WEB_SECRET = "web secret:with%all+of it";
  private static final String SECRET = "0123456789abcdef";

  private final Store store = Stores.h2();
  private final StoredClients registered =
      new StoredClients(store, new SettableClock(TestKeys.NOW));
  private final ClientAuthentication authentication = registered.authentication();

  @Test
  void a_public_client_says_its_name() {
    assertThat(authenticated(Post.of("client_id", "spa"))).isEqualTo("spa");
  }

  @Test
  @Security(61)
  @Spec("RFC 6749 §2.3.1")
  void both_parts_of_basic_are_form_encoded() {
    assertThat(authenticated(Post.of().authorized(basic("web", WEB_SECRET)))).isEqualTo("web");
    refused(Post.of().authorized(basic("web", WEB_SECRET.replace('+', ' '))), INVALID_CLIENT);
  }

  @Test
  @Security(61)
  void both_parts_of_basic_may_also_come_as_they_are() {
    assertThat(authenticated(Post.of().authorized("Basic " + base64("web:" + WEB_SECRET))))
        .isEqualTo("web");
    var wrong = "web:" + WEB_SECRET.replace("+", "%2b");
    refused(Post.of().authorized("Basic " + base64(wrong)), INVALID_CLIENT);
  }

  @Test
  void a_wrong_secret_is_told_how_it_has_to_be_encoded_where_it_was_sent() {
    refused(Post.of().authorized(basic("svc", "wrong")), INVALID_CLIENT)
        .hasMessageContaining("form-urlencoded");
    refused(Post.of("client_id", "post", "client_secret", "wrong"), INVALID_CLIENT)
        .hasMessageContaining("%2B");
  }

  @Test
  void the_scheme_has_no_case_and_the_body_may_repeat_the_name() {
    var header = basic("web", WEB_SECRET).replace("Basic", "bASIC");
    assertThat(authenticated(Post.of("client_id", "web").authorized(header))).isEqualTo("web");
  }

  @Test
  void a_secret_may_come_in_the_body() {
    assertThat(authenticated(Post.of("client_id", "post", "client_secret", SECRET)))
        .isEqualTo("post");
  }

  @Test
  void an_unknown_client_a_disabled_one_and_a_wrong_secret_look_the_same() {
    var told = "the client is unknown or its secret is wrong; " + ClientSecretBasic.ENCODING;
    for (var id : new String[] {"nobody", "gone", "svc"}) {
      refused(Post.of().authorized(basic(id, "wrong")), INVALID_CLIENT).hasMessage(told);
    }
    refused(Post.of().authorized(basic("gone", SECRET)), INVALID_CLIENT).hasMessage(told);
  }

  @Test
  void the_log_alone_tells_that_a_client_was_disabled() {
    for (var secret : new String[] {"wrong", SECRET}) {
      assertThat(logged(Post.of().authorized(basic("gone", secret)))).isEqualTo("disabled");
    }
    assertThat(logged(Post.of("client_id", "gone"))).isEqualTo("disabled");
    for (var id : new String[] {"nobody", "svc"}) {
      assertThat(logged(Post.of().authorized(basic(id, "wrong")))).startsWith("the client is");
    }
  }

  @Test
  @Security(59)
  void two_proofs_at_once_are_refused() {
    var header = basic("svc", SECRET);
    refused(Post.of("client_secret", SECRET).authorized(header), INVALID_REQUEST);
    var both = Post.of("client_id", "svc", "client_secret", SECRET);
    refused(both.authorized(header), INVALID_REQUEST);
    refused(Post.of().authorized(header, header), INVALID_REQUEST);
  }

  @Test
  void the_name_in_the_body_must_be_the_one_in_the_header() {
    refused(Post.of("client_id", "spa").authorized(basic("svc", SECRET)), INVALID_REQUEST);
  }

  @Test
  void a_client_uses_the_method_it_is_registered_for() {
    refused(Post.of("client_id", "svc"), INVALID_CLIENT)
        .hasMessageContaining("client_secret_basic")
        .hasMessageEndingWith("not none");
    refused(Post.of("client_id", "svc", "client_secret", SECRET), INVALID_CLIENT)
        .hasMessage("token_endpoint_auth_method is client_secret_basic, not client_secret_post");
    refused(Post.of().authorized(basic("post", SECRET)), INVALID_CLIENT)
        .hasMessageEndingWith("not client_secret_basic");
    refused(Post.of().authorized(basic("spa", "")), INVALID_CLIENT);
  }

  @Test
  @Security(61)
  void a_secret_may_be_sent_in_both_places_where_the_client_says_so() {
    registered.apply(
        """
        [{"client_id": "both", "client_name": "Both", "client_secret": "0123456789abcdef",
          "token_endpoint_auth_methods": ["client_secret_basic", "client_secret_post"],
          "grant_types": []}]
        """);
    var form = Post.of("client_id", "both", "client_secret", SECRET);
    assertThat(authenticated(form)).isEqualTo("both");
    assertThat(authenticated(Post.of().authorized(basic("both", SECRET)))).isEqualTo("both");
    refused(form.authorized(basic("both", SECRET)), INVALID_REQUEST);
    refused(Post.of("client_id", "both"), INVALID_CLIENT)
        .hasMessageContaining("client_secret_basic or client_secret_post");
    refused(form.with("client_secret", "wrong"), INVALID_CLIENT);
  }

  @Test
  void a_request_that_names_nobody_is_refused() {
    refused(Post.of(), INVALID_CLIENT);
    refused(Post.of("client_id", "spa", "client_assertion", "x"), INVALID_CLIENT);
  }

  @ParameterizedTest
  @Security(61)
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic ",
        "Basic !",
        "Basic c3Zj",
        "Basic OnNlY3JldA==",
        "Basic ZGVtbyVaWjp4",
        "Basic ZGVtb8O8Ong=",
        "Bearer",
        "Bearer abc",
        "Digest x"
      })
  void a_malformed_header_is_no_proof(String header) {
    refused(Post.of("client_id", "spa").authorized(header), INVALID_CLIENT);
  }

  @Test
  @Security(61)
  void a_huge_header_is_no_proof() {
    refused(Post.of().authorized("Basic " + "A".repeat(16_000)), INVALID_CLIENT);
  }

  @Test
  @Security(58)
  void nothing_may_stand_in_the_query() {
    refused(Post.of("client_id", "spa").asking("client_id=spa"), INVALID_REQUEST);
    refused(Post.of("client_id", "spa").asking("x=1&scope=openid"), INVALID_REQUEST);
    refused(Post.of("client_id", "spa").asking("Client-Secret=x"), INVALID_REQUEST);
  }

  @Test
  @Spec("RFC 6749 §3.2")
  void what_no_specification_names_may_stand_there() {
    for (var query : List.of("api-version=1", "schema=openid&tenant=x", "", "&", "a")) {
      assertThat(authenticated(Post.of("client_id", "spa").asking(query))).isEqualTo("spa");
    }
  }

  @Test
  @Spec("RFC 9110 §11.4")
  void any_number_of_spaces_may_stand_behind_the_scheme() {
    var header = basic("svc", SECRET).replace("Basic ", "Basic  ");
    assertThat(authenticated(Post.of().authorized(header))).isEqualTo("svc");
  }

  @Test
  @Security(62)
  void only_resource_may_be_repeated() {
    var post = Post.of("client_id", "spa");
    refused(post.with("scope", "a", "a"), INVALID_REQUEST);
    refused(post.with("client_id", "spa", "spa"), INVALID_REQUEST);
    assertThat(authenticated(post.with("resource", "https://a.test", "https://b.test")))
        .isEqualTo("spa");
  }

  @Test
  @Security(77)
  void guessing_is_put_off_but_the_right_secret_is_not() {
    var wrong = Post.of().authorized(basic("svc", "wrong"));
    for (var i = 0; i < 300; i++) {
      refused(wrong, INVALID_CLIENT);
    }
    refused(wrong, TOO_MANY_REQUESTS);
    assertThat(authenticated(Post.of().authorized(basic("svc", SECRET)))).isEqualTo("svc");
  }

  private String authenticated(Post post) {
    return store
        .inTransaction(() -> authentication.authenticate(post.parameters(), post.request()))
        .id()
        .value();
  }

  private String logged(Post post) {
    return catchThrowableOfType(OAuthException.class, () -> authenticated(post)).logged();
  }

  private AbstractThrowableAssert<?, ?> refused(Post post, OAuthError error) {
    return assertThatThrownBy(() -> authenticated(post))
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  private static String basic(String id, String secret) {
    return "Basic " + base64(URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
