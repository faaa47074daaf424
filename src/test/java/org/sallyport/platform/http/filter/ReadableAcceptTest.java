package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.platform.http.TestRequest;

@Spec("RFC 9110 §12.5.1")
class ReadableAcceptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "text/html",
        "text/html, application/json;q=0.9, */*;q=0.8",
        "application/vnd.api+json; charset=utf-8",
        "text/plain; x=\"a b\""
      })
  void what_is_well_formed_stays_as_it_is(String accept) {
    var request = new TestRequest("GET", "/oauth2/userinfo").header("Accept", accept).request();
    assertThat(ReadableAccept.of(request)).isSameAs(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "json",
        "",
        ";",
        "*; q=.2",
        "text/html;q=2",
        "text/html,,a/b",
        "text/html;q",
        "a/"
      })
  void what_is_malformed_accepts_anything(String accept) {
    var request = new TestRequest("GET", "/oauth2/userinfo").header("Accept", accept);
    var readable = ReadableAccept.of(request.header("Host", "id.test").request());
    assertThat(readable.getHeader("accept")).isEqualTo("*/*");
    assertThat(Collections.list(readable.getHeaders("Accept"))).containsExactly("*/*");
    assertThat(readable.getHeader("Host")).isEqualTo("id.test");
  }
}
