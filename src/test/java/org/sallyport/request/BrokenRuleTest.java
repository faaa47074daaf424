package org.sallyport.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.sallyport.protocol.BrokenRule;
import org.sallyport.protocol.OAuthException;

class BrokenRuleTest {
  private static final String BOUND = RequestRulesTest.CHALLENGE;

  @Test
  void a_rule_tells_its_section_and_what_came() {
    assertThat(broken("scope=openid&resource=https://none.test" + BOUND))
        .isEqualTo(
            new BrokenRule(
                "RESOURCE",
                "RFC 8707 §2",
                "resource",
                "resources that the client reaches",
                "https://none.test"));
  }

  @Test
  void where_nothing_came_nothing_is_told() {
    var broken = broken("scope=openid");
    assertThat(broken.rule()).isEqualTo("PKCE");
    assertThat(broken.section()).isEqualTo("RFC 7636 §4.4.1, RFC 9700 §2.1.1");
    assertThat(broken.parameter()).isEqualTo("code_challenge");
    assertThat(broken.received()).isEmpty();
  }

  @Test
  void a_malformed_parameter_tells_where_it_is_defined() {
    assertThat(broken("scope=openid&max_age=-1" + BOUND))
        .isEqualTo(
            new BrokenRule(
                "PARAMETER",
                "OpenID Connect Core §3.1.2.1",
                "max_age",
                "a number of seconds",
                "-1"));
  }

  @Test
  void of_what_may_tell_of_a_person_the_length_alone_is_told() {
    assertThat(broken("scope=openid&claims=a-secret" + BOUND).received())
        .isEqualTo("(8 characters)");
    assertThat(broken("scope=openid&code_challenge=short&code_challenge_method=S256").received())
        .isEqualTo("(5 characters)");
  }

  @Test
  void what_came_is_shortened() {
    var scopes = "none".repeat(500);
    assertThat(broken("scope=" + scopes + BOUND).received()).endsWith("... (2000 characters)");
  }

  private static BrokenRule broken(String query) {
    return catchThrowableOfType(
            OAuthException.class, () -> RequestRulesTest.check(RequestRulesTest.PUBLIC, query))
        .brokenRule()
        .orElseThrow();
  }
}
