package org.sallyport.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.platform.http.TestResponse;

class ContentSecurityPolicyTest {
  @Test
  void a_literal_address_of_ipv_6_is_named_by_its_scheme() {
    assertThat(ContentSecurityPolicy.allowing("form-action 'self'", "http://[::1]:5"))
        .isEqualTo("form-action 'self' http:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "'unsafe-inline'", "https://a.test; script-src *", "https://a b", "a"})
  @Security(11)
  void nothing_but_an_origin_or_a_scheme_gets_into_the_policy(String source) {
    var response = new TestResponse().response();
    assertThatThrownBy(() -> ContentSecurityPolicy.allowFormAction(response, source))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
