package org.sallyport.request;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.client.registry.Client;
import org.sallyport.person.SelfRegistration;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.protocol.request.ReturnAddress;

@Spec("OpenID Connect Prompt Create 1.0 §4.1")
@SuppressWarnings({
  "UnnecessaryAssignment",
  "NullAway"
}) // no container injects here; no client is looked at
class RegistrationRuleTest {
  private static final ReturnAddress TO =
      new ReturnAddress("https://app.test/cb", ResponseMode.QUERY, Optional.empty());

  private static final Client NO_CLIENT = null;

  @Test
  void prompt_create_is_refused_where_nobody_registers() {
    assertThatThrownBy(() -> check(false, "create"))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("prompt must be none, login, consent or select_account");
    assertThatCode(() -> check(false, "login")).doesNotThrowAnyException();
  }

  @Test
  void prompt_create_is_taken_alone_and_with_others_but_none() {
    assertThatCode(() -> check(true, "create")).doesNotThrowAnyException();
    assertThatCode(() -> check(true, "create consent login")).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(true, "create none")).isInstanceOf(OAuthException.class);
  }

  private static void check(boolean on, String prompt) {
    var checks = new RequestChecks();
    checks.registration =
        new SelfRegistration() {
          @Override
          public boolean isOn() {
            return on;
          }
        };
    var parameters =
        FormEncoding.decode(
            "response_type=code&client_id=app&scope=openid"
                + "&redirect_uri=https%3A%2F%2Fapp.test%2Fcb&prompt="
                + prompt.replace(' ', '+'));
    var request = new RequestInCheck(checks, NO_CLIENT, IncomingRequest.plain(parameters), TO);
    AuthorizationRule.WELL_FORMED.check(request);
    AuthorizationRule.REGISTRATION.check(request);
  }
}
