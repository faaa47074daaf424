package org.sallyport.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.client.metadata.TestClients;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.protocol.request.ReturnAddress;

/** A client that anybody on the device could pretend to be is asked about each time. */
@Spec("RFC 8252 §8.6")
class ConsentPolicyTest {
  private static final String WEB = "https://app.test/cb";

  @ParameterizedTest
  @Security(37)
  @ValueSource(
      strings = {"http://localhost:3000/cb", "http://127.0.0.1/cb", "http://[::1]:3000/cb"})
  void a_public_client_on_loopback_is_asked_about_each_time_even_if_vouched_for(String uri) {
    assertThat(policy("none", true, uri)).isEqualTo(ConsentPolicy.ALWAYS);
    assertThat(policy("none", false, uri)).isEqualTo(ConsentPolicy.ALWAYS);
  }

  @Test
  void one_that_has_a_loopback_address_too_is_asked_about_by_where_its_answer_goes() {
    assertThat(policy("none", true, WEB)).isEqualTo(ConsentPolicy.ON_DEMAND);
    assertThat(policy("none", false, WEB)).isEqualTo(ConsentPolicy.ONCE);
  }

  @Test
  void a_client_that_authenticates_is_asked_about_once_on_loopback_too() {
    assertThat(policy("client_secret_basic", false, "http://localhost:3000/cb"))
        .isEqualTo(ConsentPolicy.ONCE);
  }

  private static ConsentPolicy policy(String method, boolean vouched, String uri) {
    var client =
        TestClients.client(
            "'client_name':'A','redirect_uris':['%s','%s'],'token_endpoint_auth_method':'%s',"
                    .formatted(WEB, uri.equals(WEB) ? "http://localhost:3000/cb" : uri, method)
                + "'scope':'openid','first_party':"
                + vouched);
    return ConsentPolicy.of(client, new ReturnAddress(uri, ResponseMode.QUERY, Optional.empty()));
  }
}
