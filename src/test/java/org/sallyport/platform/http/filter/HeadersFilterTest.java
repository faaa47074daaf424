package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.page.ContentSecurityPolicy;
import org.sallyport.platform.page.WiredPages;

class HeadersFilterTest {
  private static TestResponse answer(Settings settings, String path) throws Exception {
    var filter = WiredFilters.headersFilter(settings);
    var response = new TestResponse();
    var request = TestServedPaths.marked(new TestRequest("GET", path));
    filter.pass(request, response.response(), (q, a) -> {});
    return response;
  }

  @Test
  @Security({1, 110})
  void every_answer_keeps_browsers_from_being_used_against_us() throws Exception {
    var response = answer(WiredPages.SECURE, "/login");
    assertThat(response.header("Content-Security-Policy"))
        .containsExactly(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self';"
                + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                + " base-uri 'none'");
    assertThat(response.header("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(response.header("X-Frame-Options")).containsExactly("DENY");
    assertThat(response.header("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(response.header("Cache-Control")).containsExactly("no-store");
    assertThat(response.header("Strict-Transport-Security")).isNotEmpty();
  }

  @Test
  @Spec("RFC 9110 §6.6.1")
  void every_answer_has_its_date() throws Exception {
    assertThat(answer(WiredPages.SECURE, "/login").header("Date"))
        .containsExactly("Sat, 07 Nov 2026 09:05:03 GMT");
  }

  @Test
  void on_this_very_machine_tls_is_not_asked_for() throws Exception {
    assertThat(answer(WiredPages.LOCAL, "/login").header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void what_everybody_gets_the_same_may_be_kept() throws Exception {
    assertThat(answer(WiredPages.SECURE, "/assets/sallyport.css").header("Cache-Control"))
        .containsExactly("public, max-age=3600");
    assertThat(
            answer(WiredPages.SECURE, "/.well-known/openid-configuration").header("Cache-Control"))
        .isEmpty();
  }

  @Test
  void a_page_may_let_its_form_lead_on_to_one_more_place() throws Exception {
    var response = answer(WiredPages.SECURE, "/consent");
    ContentSecurityPolicy.allowFormAction(response.response(), "https://app.test:8443");
    ContentSecurityPolicy.allowFormAction(response.response(), "com.example.app:");
    assertThat(response.header("Content-Security-Policy").get(0))
        .contains("form-action 'self' com.example.app: https://app.test:8443; frame-ancestors");
  }
}
