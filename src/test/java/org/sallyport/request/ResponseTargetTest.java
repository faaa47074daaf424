package org.sallyport.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.metadata.TestClients;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.AsSent;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.protocol.request.ReturnAddress;

class ResponseTargetTest {
  private static final String NAME = "'client_name':'A','token_endpoint_auth_method':'none',";
  private static final ClientMetadata ONE =
      TestClients.client(NAME + "'redirect_uris':['https://app.test/cb']");
  private static final ClientMetadata TWO =
      TestClients.client(NAME + "'redirect_uris':['https://app.test/cb','https://app.test/two']");
  private static final ClientMetadata NATIVE =
      TestClients.client(
          NAME
              + "'application_type':'native',"
              + "'redirect_uris':['http://127.0.0.1/cb','com.example.app:/cb']");

  @Test
  @Spec("RFC 6749 §3.1.2.3")
  void the_answer_goes_to_the_registered_uri_that_is_named() {
    assertThat(of(TWO, "redirect_uri=https://app.test/two").uri())
        .isEqualTo("https://app.test/two");
  }

  @Test
  @Spec("RFC 6749 §3.1.2.3")
  void an_only_uri_need_not_be_named() {
    assertThat(of(ONE, "scope=notes").uri()).isEqualTo("https://app.test/cb");
  }

  @ParameterizedTest
  @Security(3)
  @Spec("OpenID Connect Core §3.1.2.1")
  @ValueSource(strings = {"scope=openid", "scope=notes%20openid", "scope=a&scope=openid"})
  void an_openid_request_has_to_name_even_an_only_uri(String query) {
    refused(ONE, query);
  }

  @Test
  @Security(3)
  void one_of_several_uris_has_to_be_named() {
    refused(TWO, "scope=notes");
  }

  @ParameterizedTest
  @Security({5, 6, 7, 9, 10, 11})
  @Spec("RFC 9700 §4.1.3")
  @ValueSource(
      strings = {
        "https://app.test/cb?a=b",
        "https://app.test/x/../cb",
        "https://app.test/%63b",
        "https://app.test@evil.test/cb",
        "https://app.test:443/cb",
        "https://APP.test/cb",
        "https://app.test/cb#frag",
        "https://app.test/cb?code=x",
        "javascript:alert(1)",
        "https://app.test/cb/"
      })
  void a_uri_that_is_not_registered_is_refused(String uri) {
    refused(ONE, FormEncoding.encode(Map.of("redirect_uri", uri)));
  }

  @Test
  @Spec("RFC 6749 §4.1.2.1")
  void the_developer_is_told_which_uri_came() {
    var longer = "https://evil.test/" + "x".repeat(9_000);
    for (var uri : new String[] {"https://evil.test/cb?a=<b>", "https://app.test/cb#", longer}) {
      assertThatThrownBy(() -> of(ONE, FormEncoding.encode(Map.of("redirect_uri", uri))))
          .hasMessageEndingWith("; received: " + AsSent.of(uri));
    }
  }

  @Test
  @Security(17)
  void a_repeated_uri_is_refused() {
    refused(ONE, "redirect_uri=https://app.test/cb&redirect_uri=https://app.test/cb");
  }

  @Test
  @Security(13)
  @Spec("RFC 8252 §7.3")
  void a_native_application_is_answered_on_the_port_it_listens_on() {
    assertThat(of(NATIVE, "redirect_uri=http://127.0.0.1:51004/cb").uri())
        .isEqualTo("http://127.0.0.1:51004/cb");
  }

  @Test
  void the_state_goes_with_it() {
    assertThat(of(ONE, "state=a%26b").state()).contains("a&b");
  }

  @Test
  @Security(17)
  void a_repeated_state_is_not_returned() {
    assertThat(of(ONE, "state=a&state=b").state()).isEmpty();
  }

  @Test
  void the_answer_travels_by_the_mode_that_is_named() {
    assertThat(of(ONE, "response_mode=form_post").mode()).isEqualTo(ResponseMode.FORM_POST);
  }

  @ParameterizedTest
  @Security(26)
  @ValueSource(strings = {"xyz", "fragment", "form_post&response_mode=form_post"})
  void the_refusal_of_a_mode_travels_in_the_query(String mode) {
    assertThat(of(ONE, "response_mode=" + mode).mode()).isEqualTo(ResponseMode.QUERY);
  }

  @Test
  @Security(26)
  void a_mode_that_the_client_does_not_use_is_not_used_to_refuse_it() {
    var queryOnly =
        TestClients.client(
            NAME + "'redirect_uris':['https://app.test/cb'],'response_modes':['query']");
    assertThat(of(queryOnly, "response_mode=form_post").mode()).isEqualTo(ResponseMode.QUERY);
  }

  private static ReturnAddress of(ClientMetadata client, String query) {
    return ResponseTarget.of(client, FormEncoding.decode(query));
  }

  private static void refused(ClientMetadata client, String query) {
    assertThatThrownBy(() -> of(client, query)).isInstanceOf(OAuthException.class);
  }
}
