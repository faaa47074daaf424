package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ClientErrorException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.platform.http.Problem;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.body.FormReader;
import org.sallyport.platform.http.body.RequestBodies;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

class SizeFilterTest {
  private static final TestRequest TOKEN = new TestRequest("POST", "/oauth2/token");

  private static Parameters read(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return FormReader.parameters(new RequestBodies().read(new ByteArrayInputStream(bytes)), null);
  }

  private static Optional<Integer> body(TestRequest request) {
    return SizeFilter.body(request.request()).map(Problem::status);
  }

  @Test
  @Security(38)
  void a_long_query_is_refused_as_such() {
    assertThat(SizeFilter.query("a=" + "b".repeat(7_000))).isEmpty();
    assertThat(SizeFilter.query("a=" + "b".repeat(1_000_000)).map(Problem::status)).contains(414);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=%00", "a=%C0%AF", "a=%ED%A0%80", "a=%ZZ", "a=%", "a=b%0d%0ac", "%0a=b"})
  @Security(38)
  void a_malformed_query_is_a_bad_request(String query) {
    assertThat(SizeFilter.query(query).map(Problem::status)).contains(400);
  }

  @Test
  void no_query_and_an_odd_one_pass() {
    assertThat(SizeFilter.query(null)).isEmpty();
    assertThat(SizeFilter.query("&&a&=b&state=%F0%9F%9A%AA+x")).isEmpty();
  }

  @Test
  @Security(66)
  void a_body_that_is_announced_too_long_is_refused_unread() {
    assertThat(body(new TestRequest("POST", "/login").answering("getContentLengthLong", 65_536L)))
        .isEmpty();
    assertThat(body(new TestRequest("POST", "/login").answering("getContentLengthLong", 65_537L)))
        .contains(413);
  }

  @Test
  @Security(66)
  void a_body_that_turns_out_too_long_is_refused() {
    assertThatThrownBy(() -> read("a=" + "b".repeat(70_000)))
        .isInstanceOf(ClientErrorException.class)
        .hasMessageContaining("413");
  }

  @Test
  void a_page_s_form_says_how_long_it_is() {
    var chunked = new TestRequest("POST", "/login").header("Transfer-Encoding", "chunked");
    assertThat(body(chunked)).contains(411);
    assertThat(
            body(new TestRequest("POST", "/oauth2/token").header("Transfer-Encoding", "chunked")))
        .isEmpty();
  }

  @Test
  @Security(58)
  void a_body_is_utf_8_or_refused() {
    assertThat(body(TOKEN)).isEmpty();
    assertThat(body(typed("application/x-www-form-urlencoded"))).isEmpty();
    assertThat(body(typed("application/x-www-form-urlencoded;charset=utf-8"))).isEmpty();
    assertThat(body(typed("application/x-www-form-urlencoded; charset=utf-16"))).contains(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF8", "utf-8", "US-ASCII", "ascii", "ISO-8859-1", "\"iso-8859-15\"", "latin1"})
  @Security(58)
  void a_charset_above_ascii_is_read_as_far_as_it_is_ascii(String charset) {
    var type = "application/x-www-form-urlencoded; charset=" + charset;
    assertThat(body(typed(type))).isEmpty();
    assertThat(read(type, "scope=a+b%2Fc").optional("scope")).contains("a b/c");
    assertThat(body(new TestRequest("POST", "/login").header("Content-Type", type)).isEmpty())
        .as("the server reads this one")
        .isEqualTo(charset.toLowerCase(Locale.ROOT).startsWith("utf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%C3%A9", "a=%E9", "\u00e9=a", "%C3%A9=a"})
  @Security(58)
  void what_two_charsets_read_differently_is_refused_for_its_charset(String body) {
    var latin = "application/x-www-form-urlencoded; charset=ISO-8859-1";
    assertThatThrownBy(() -> read(latin, body))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-16", "utf-7", "ebcdic-us", "x", ""})
  @Security(58)
  void any_other_charset_is_refused_for_what_it_is(String charset) {
    var odd = typed("application/x-www-form-urlencoded; charset=" + charset).request();
    assertThat(SizeFilter.body(odd).map(p -> p.refusal().reason()))
        .hasValueSatisfying(reason -> assertThat(reason).contains("charset"));
  }

  private static Parameters read(String type, String body) {
    return FormReader.parameters(body.getBytes(StandardCharsets.UTF_8), type);
  }

  private static TestRequest typed(String contentType) {
    return new TestRequest("POST", "/oauth2/token").header("Content-Type", contentType);
  }

  @Test
  @Security(62)
  void a_form_keeps_what_is_repeated_so_that_it_can_be_refused() {
    var form = read("code=a&code=b&scope=x+y&empty=");
    assertThat(form.all("code")).containsExactly("a", "b");
    assertThat(form.optional("scope")).contains("x y");
    assertThat(form.optional("empty")).isEmpty();
    assertThatThrownBy(() -> form.required("code")).isInstanceOf(OAuthException.class);
  }
}
