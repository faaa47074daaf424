package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.http.TestRequest;

@Spec("RFC 9112 §6.3")
class FramingFilterTest {
  private static TestRequest request() {
    return new TestRequest("POST", "/oauth2/token").answering("getProtocol", "HTTP/1.1");
  }

  private static Optional<String> problem(TestRequest request) {
    return FramingFilter.problem(request.request());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "17", " 17 ", "\t17"})
  void one_length_is_clear(String length) {
    assertThat(problem(request().header("Content-Length", length))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked", "Chunked", " chunked\t"})
  void one_encoding_is_clear(String encoding) {
    assertThat(problem(request().header("Transfer-Encoding", encoding))).isEmpty();
  }

  @Test
  void no_body_is_clear() {
    assertThat(problem(request())).isEmpty();
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(
      strings = {
        "5\n5",
        "5\n6",
        "5, 5",
        "5,6",
        "+5",
        "-5",
        "0x5",
        "5.0",
        "5;",
        "",
        " ",
        "5 5",
        "\u000b5",
        "٥",
        "18446744073709551621"
      })
  void a_length_that_is_no_number_or_several_is_refused(String length) {
    assertThat(problem(request().header("Content-Length", length))).isPresent();
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(
      strings = {
        "xchunked",
        "chunked, chunked",
        "chunked\nchunked",
        "chunked\nidentity",
        "identity\nchunked",
        "identity",
        "gzip, chunked",
        "chunked, identity",
        "chunked;q=1",
        "chunked,",
        ",chunked",
        "\"chunked\"",
        "\u000bchunked",
        "chunked\u000c",
        "chunked\u00e9",
        ""
      })
  void a_body_in_an_encoding_that_nobody_here_reads_is_refused(String encoding) {
    assertThat(problem(request().header("Transfer-Encoding", encoding))).isPresent();
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(strings = {"0", "5", "5\n5"})
  void a_length_beside_an_encoding_is_refused(String length) {
    var both = request().header("Transfer-Encoding", "chunked").header("Content-Length", length);
    assertThat(problem(both)).isPresent();
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(
      strings = {
        "Content-Length ",
        "Content-Length\t",
        "Transfer-Encoding ",
        "Transfer-Encoding\t"
      })
  void a_space_before_the_colon_is_refused(String name) {
    assertThat(problem(request().header(name, "5"))).isPresent();
  }

  @Test
  @Security(66)
  void an_old_client_knows_no_encoding() {
    var old = request().answering("getProtocol", "HTTP/1.0");
    assertThat(problem(old.header("Transfer-Encoding", "chunked"))).isPresent();
  }

  @Test
  @Security(66)
  void only_what_ends_beyond_doubt_keeps_its_connection() {
    assertThat(FramingFilter.isPlain(request().header("Content-Length", "5").request())).isTrue();
    assertThat(FramingFilter.isPlain(new TestRequest("GET", "/login").request())).isTrue();
    assertThat(FramingFilter.isPlain(request().request())).isFalse();
    for (var method : new String[] {"TRACE", "CONNECT", "PROPFIND"}) {
      var odd = new TestRequest(method, "/login").header("Content-Length", "5");
      assertThat(FramingFilter.isPlain(odd.request())).as(method).isFalse();
    }
    assertThat(FramingFilter.isPlain(request().header("Transfer-Encoding", "chunked").request()))
        .isFalse();
  }
}
