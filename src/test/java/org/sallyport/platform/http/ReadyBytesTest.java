package org.sallyport.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

class ReadyBytesTest {
  private static TestResponse sent(String json, TestRequest request) throws IOException {
    var response = new TestResponse();
    new ReadyBytes(json).send(request.request(), response.response());
    return response;
  }

  private static TestRequest get() {
    return new TestRequest("GET", "/oauth2/jwks");
  }

  @Test
  @Security(121)
  void a_document_may_be_kept_for_a_while() throws IOException {
    var response = sent("{\"a\":1}", get());
    assertThat(response.body()).isEqualTo("{\"a\":1}");
    assertThat(response.header("Content-Type")).containsExactly("application/json");
    assertThat(response.header("Cache-Control")).singleElement().asString().contains("max-age=300");
    assertThat(response.header("ETag")).singleElement().asString().matches("\"[\\w-]{22}\"");
  }

  @Test
  @Spec("RFC 9110 §13.1.2")
  @Security(121)
  void who_has_it_is_not_sent_it_again() throws IOException {
    var etag = sent("{}", get()).header("ETag").get(0);
    for (var had : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
      var response = sent("{}", get().header("If-None-Match", had));
      assertThat(response.status()).isEqualTo(304);
      assertThat(response.body()).isEmpty();
      assertThat(response.header("ETag")).containsExactly(etag);
    }
  }

  @Test
  void who_has_another_one_is_sent_it() throws IOException {
    var other = sent("{}", get()).header("ETag").get(0);
    assertThat(sent("{\"a\":1}", get().header("If-None-Match", other)).status()).isEqualTo(200);
  }
}
