package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_SCOPE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Example;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.page.Brand;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.protocol.request.ReturnAddress;

class AuthorizationResponseTest {
  private static final String ISSUER = "https://id.test";

  @Test
  @Security(1)
  @Spec({"RFC 6749 §4.1.2", "RFC 9207 §2"})
  void a_code_comes_with_state_and_issuer_and_nothing_else() {
    assertThat(code(to("https://app.test/cb", Optional.of("a b&c"))).address())
        .isEqualTo("https://app.test/cb?code=xyz&state=a%20b%26c&iss=https%3A%2F%2Fid.test");
  }

  @Test
  void without_a_state_none_comes_back() {
    assertThat(code(to("https://app.test/cb", Optional.empty())).address()).doesNotContain("state");
  }

  @Test
  @Spec("RFC 6749 §3.1.2")
  void the_query_of_the_redirect_uri_is_kept() {
    assertThat(code(to("https://app.test/cb?tenant=1", Optional.empty())).address())
        .startsWith("https://app.test/cb?tenant=1&code=xyz&");
    assertThat(code(to("com.example.app:/cb", Optional.empty())).address())
        .startsWith("com.example.app:/cb?code=xyz&");
  }

  @Test
  @Spec("RFC 6749 §4.1.2.1")
  void a_refusal_says_what_to_change_under_its_case_number() {
    var number = new CaseNumber("7K3M-Q9XD");
    var refusal = INVALID_SCOPE.because("there is no scope x");
    var to = to("https://app.test/cb", Optional.of("s"));
    assertThat(AuthorizationResponse.refusal(to, refusal, number, ISSUER).parameters())
        .containsEntry("error", "invalid_scope")
        .containsEntry("error_description", "there is no scope x (case=7K3M-Q9XD)")
        .containsEntry("state", "s")
        .containsEntry("iss", ISSUER)
        .doesNotContainKey("code");
  }

  @ParameterizedTest
  @CsvSource({
    "query.jwt, jarm-2.3.1.jwt, ?",
    "jwt, jarm-2.3.1.jwt, ?",
    "fragment.jwt, jarm-2.3.2.jwt, #"
  })
  @Spec("JWT Secured Authorization Response Mode §2.3")
  void the_examples_of_signed_answers_travel_as_there(String mode, String example, String glue) {
    var jwt = Example.compact(example);
    assertThat(code(client(mode)).in(jwt).address())
        .isEqualTo("https://client.example.com/cb" + glue + "response=" + jwt);
  }

  @Test
  @Spec("JWT Secured Authorization Response Mode §2.3.3")
  void the_example_of_a_signed_answer_is_posted_and_nothing_beside_it() {
    var jwt = Example.compact("jarm-2.3.2.jwt");
    var sent = code(client("form_post.jwt")).in(jwt);
    assertThat(FormPostPage.main(Brand.NONE.in(Locale.ENGLISH), sent))
        .contains("method=\"post\" action=\"https://client.example.com/cb\"")
        .containsOnlyOnce("<input type=\"hidden\" name=\"response\" value=\"" + jwt + "\"")
        .containsOnlyOnce("<input");
  }

  @Property
  @Spec("RFC 6749 §4.1.2")
  void the_state_comes_back_byte_for_byte(
      @ForAll @NotEmpty @CharRange(from = ' ', to = '~') String state) {
    var sent = code(to("https://app.test/cb", Optional.of(state))).address();
    var query = FormEncoding.decode(sent.substring(sent.indexOf('?') + 1));
    assertThat(query.all("state")).isEqualTo(List.of(state));
  }

  @Property
  @Security(27)
  @Spec("Form Post §2")
  void the_form_holds_the_state_and_no_markup_of_it(
      @ForAll @NotEmpty @CharRange(from = ' ', to = '~') String state) {
    var page =
        FormPostPage.main(
            Brand.NONE.in(Locale.ENGLISH), code(to("https://app.test/cb", Optional.of(state))));
    var value = page.split("name=\"state\" value=\"", 2)[1].split("\">\n", 2)[0];
    assertThat(value).doesNotContain("<", ">", "\"", "'");
    assertThat(value.length()).isGreaterThanOrEqualTo(state.length());
  }

  @Test
  @Security(27)
  @Spec("Form Post §2")
  void the_form_is_posted_to_the_redirect_uri_with_a_button_for_those_without_scripts() {
    var page =
        FormPostPage.main(
            Brand.NONE.in(Locale.ENGLISH),
            code(to("https://app.test/cb?a=1&b=2", Optional.empty())));
    assertThat(page)
        .contains("method=\"post\" action=\"https://app.test/cb?a=1&amp;b=2\"")
        .contains("<button", "name=\"code\" value=\"xyz\"")
        .doesNotContain("<script", "onsubmit");
  }

  private static AuthorizationResponse code(ReturnAddress to) {
    return AuthorizationResponse.code(to, "xyz", ISSUER);
  }

  private static ReturnAddress client(String mode) {
    return new ReturnAddress(
        "https://client.example.com/cb",
        ResponseMode.parse(mode),
        Optional.of("S8NJ7uqk5fY4EjNvP_G_FtyJu6pUsvH9jsYni9dMAJw"));
  }

  private static ReturnAddress to(String uri, Optional<String> state) {
    return new ReturnAddress(uri, ResponseMode.FORM_POST, state);
  }
}
