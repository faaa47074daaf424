package org.sallyport.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthException;

/** Who is refused for want of PKCE is told which key of the configuration lets the client in. */
@Spec("RFC 7636 §4.4.1")
class PkceAdviceTest {
  private static final String CONFIDENTIAL =
      RequestRulesTest.PUBLIC.replace("'none'", "'client_secret_basic'");

  @Test
  void a_client_that_sends_a_nonce_may_go_by_that() {
    refused(CONFIDENTIAL, "scope=openid&nonce=n", "require_pkce to nonce");
    var advised = CONFIDENTIAL + ",'require_pkce':'nonce'";
    assertThat(RequestRulesTest.check(advised, "scope=openid&nonce=n")).isNotNull();
  }

  @Test
  void a_client_that_sends_none_needs_more() {
    refused(CONFIDENTIAL, "scope=openid", "require_pkce to false");
    refused(CONFIDENTIAL, "scope=profile&nonce=n", "require_pkce to false");
    refused(CONFIDENTIAL + ",'require_pkce':'nonce'", "scope=openid", "require_pkce to false");
    var advised = CONFIDENTIAL + ",'require_pkce':false";
    assertThat(RequestRulesTest.check(advised, "scope=openid")).isNotNull();
  }

  @Test
  void a_client_that_may_not_do_without_is_advised_nothing_else() {
    for (var client :
        new String[] {RequestRulesTest.PUBLIC, CONFIDENTIAL + ",'profile':'oauth2.1'"}) {
      assertThatThrownBy(() -> RequestRulesTest.check(client, "scope=openid&nonce=n"))
          .isInstanceOf(OAuthException.class)
          .hasMessageContaining("RFC 7636")
          .hasMessageNotContaining("require_pkce");
    }
  }

  // What an error_description must not have (RFC 6749 §5.2) is not in it.
  private static void refused(String client, String query, String advice) {
    assertThatThrownBy(() -> RequestRulesTest.check(client, query))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("S256")
        .hasMessageContaining(advice)
        .hasMessageNotContainingAny("\"", "\\");
  }
}
