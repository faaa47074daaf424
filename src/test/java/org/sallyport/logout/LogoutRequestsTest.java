package org.sallyport.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.metadata.TestClients;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.FormEncoding;

@Spec("OpenID Connect RP-Initiated Logout §3")
class LogoutRequestsTest {
  private static final ClientMetadata CLIENT =
      TestClients.client(
          "'client_name':'A','redirect_uris':['https://app.test/cb'],"
              + "'token_endpoint_auth_method':'none','post_logout_redirect_uris':"
              + "['https://app.test/bye','https://app.test/bye?tenant=1']");

  @Test
  void the_person_goes_back_to_a_registered_address_with_the_state() {
    assertThat(returnTo(Map.of("post_logout_redirect_uri", "https://app.test/bye", "state", "a&b")))
        .contains("https://app.test/bye?state=a%26b");
  }

  @Test
  void the_query_of_the_address_is_kept() {
    var uri = "https://app.test/bye?tenant=1";
    assertThat(returnTo(Map.of("post_logout_redirect_uri", uri, "state", "s")))
        .contains("https://app.test/bye?tenant=1&state=s");
  }

  @Test
  void without_an_address_the_person_stays() {
    assertThat(returnTo(Map.of("state", "s"))).isEmpty();
  }

  @ParameterizedTest
  @Security(135)
  @ValueSource(
      strings = {
        "https://evil.test/bye",
        "https://app.test/bye?x=1",
        "https://app.test/bye/",
        "https://app.test/cb",
        "https://app.test/bye#x",
        "javascript:alert(1)"
      })
  void an_address_that_is_not_registered_is_refused(String uri) {
    assertThatThrownBy(() -> returnTo(Map.of("post_logout_redirect_uri", uri)))
        .isInstanceOf(OAuthException.class)
        .hasMessageEndingWith("; received: " + uri);
  }

  private static Optional<String> returnTo(Map<String, String> parameters) {
    return LogoutRequests.returnTo(CLIENT, FormEncoding.decode(FormEncoding.encode(parameters)));
  }
}
