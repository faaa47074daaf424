package org.sallyport.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.protocol.ClientId;

class ErrorPageTest {
  private static final CaseNumber NUMBER = new CaseNumber("7K3M-Q9XD");

  private static TestResponse sent(HttpServletRequest request, PageError error) throws IOException {
    var response = new TestResponse();
    WiredPages.page().send(request, response.response(), 400, error);
    return response;
  }

  private static HttpServletRequest request() {
    return new TestRequest("GET", "/oauth2/authorize").request();
  }

  @Test
  @Security(2)
  void an_error_is_a_page_of_our_own_that_leads_nowhere() throws IOException {
    var response = sent(request(), PageError.of("error.400", NUMBER));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Content-Type")).containsExactly("text/html; charset=UTF-8");
    assertThat(response.header("Cache-Control")).containsExactly("no-store");
    assertThat(response.header("Location")).isEmpty();
    assertThat(response.body()).doesNotContain("http-equiv", "<script");
  }

  @Test
  void it_says_what_happened_who_can_mend_it_and_under_which_number() throws IOException {
    assertThat(sent(request(), PageError.of("error.400", NUMBER)).body())
        .contains("<title>This request cannot be processed · Sallyport</title>")
        .contains("a request that this server does not accept")
        .contains("contact the owner of the application")
        .contains("Case 7K3M-Q9XD, 2026-03-01T10:20:30Z");
  }

  @Test
  @Security({35, 38})
  void nothing_in_it_is_markup_but_its_own() throws IOException {
    var refusal = INVALID_REQUEST.because("unknown <script>alert(1)</script> & '\"");
    assertThat(sent(request(), PageError.of("error.400", NUMBER).because(refusal)).body())
        .contains("unknown &lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;&#39;")
        .doesNotContain("<script");
  }

  @Test
  void its_one_action_is_a_link() throws IOException {
    var error = PageError.of("error.503", NUMBER).withAction("error.again", "/a?b=\"c\"");
    assertThat(sent(request(), error).body())
        .contains("<a class=\"button\" href=\"/a?b=&quot;c&quot;\">Try again</a>");
  }

  @Test
  @Spec("RFC 7591 §2")
  void it_names_the_owner_of_the_application_and_how_they_are_reached() throws IOException {
    assertThat(sent(request(), of("notes")).body())
        .contains("<dd><bdi>Field &lt;Notes&gt;</bdi></dd>")
        .contains("<dt>Registered by</dt><dd><bdi>The Notes Co &amp; Sons</bdi></dd>")
        .contains("<a href=\"mailto:help@notes.test\"", "<a href=\"tel:+4930901820\"")
        .contains("<a href=\"https://notes.test/?a&amp;b\"", "<br><bdi>room 3</bdi>");
  }

  @Test
  void it_leads_to_the_application_where_that_has_a_page_to_start_from() throws IOException {
    assertThat(sent(request(), of("notes")).body())
        .contains("class=\"button\" href=\"https://notes.test/start?a=1&amp;b=2\"")
        .contains(">Open \u2068Field &lt;Notes&gt;\u2069</a>");
    var again = of("notes").withAction("error.again", "/again");
    assertThat(sent(request(), again).body()).containsOnlyOnce("class=\"button\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bare", "nobody"})
  void of_whom_nothing_is_known_nothing_is_said(String client) throws IOException {
    assertThat(sent(request(), of(client)).body()).doesNotContain("<dl", "class=\"button\"");
  }

  private static PageError of(String client) {
    return PageError.of("error.400", NUMBER).of(Optional.of(new ClientId(client)));
  }

  @Test
  void it_speaks_the_browser_s_language() throws IOException {
    var german = new TestRequest("GET", "/").header("Accept-Language", "ar").request();
    assertThat(sent(german, PageError.of("error.404", NUMBER)).body())
        .contains("<html lang=\"ar\" dir=\"rtl\">");
  }

  @Test
  void its_style_sheet_is_found_under_any_context_path() throws IOException {
    var request = new TestRequest("GET", "/a/b").answering("getContextPath", "/a").request();
    assertThat(sent(request, PageError.of("error.404", NUMBER)).body())
        .contains("href=\"/a/assets/sallyport.css\"");
  }

  @Test
  void a_title_cannot_name_another_part_of_the_frame() {
    var body = new PageFrame.Body("{main}<", "", "<p>once</p>");
    assertThat(PageFrame.around(Brand.NONE.in(Locale.ENGLISH), "", body))
        .contains("<title>&#123;main}&lt;")
        .containsOnlyOnce("<p>once</p>");
  }
}
