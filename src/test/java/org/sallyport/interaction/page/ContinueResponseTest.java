package org.sallyport.interaction.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.page.Brand;
import org.sallyport.protocol.request.ResponseMode;
import org.sallyport.protocol.request.ReturnAddress;

/** How a form of ours goes on. */
@Spec("CSP3 §6.4.2")
class ContinueResponseTest {
  private static final String NEXT = "https://id.test/oauth2/authorize?ticket=a_b-c";
  private static final ReturnAddress CLIENT =
      new ReturnAddress("https://app.test/cb", ResponseMode.QUERY, Optional.empty());

  private final ContinueResponse onward = new ContinueResponse();
  private final TestResponse response = new TestResponse();

  @Test
  void a_browser_that_checks_redirects_is_shown_a_page_that_goes_on_by_itself() {
    var page = Jsoup.parse(ContinueResponse.page(Brand.NONE.in(Locale.ENGLISH), "/sso", NEXT));
    assertThat(page.select("meta[http-equiv=refresh]").attr("content")).isEqualTo("0; url=" + NEXT);
    assertThat(page.select("a#go-on").attr("href")).isEqualTo(NEXT);
    assertThat(page.select("form, script")).isEmpty();
  }

  @Test
  void nothing_in_it_is_markup_but_its_own() {
    var address = "https://id.test/?a=\"><form action='https://evil.test/'>&b";
    var page = Jsoup.parse(ContinueResponse.page(Brand.NONE.in(Locale.ENGLISH), "", address));
    assertThat(page.select("a#go-on").attr("href")).isEqualTo(address);
    assertThat(page.select("form")).isEmpty();
  }

  @Test
  @Spec("RFC 9700 §4.12")
  void any_other_is_redirected_by_303() throws IOException {
    onward.send(request().request(), response.response(), NEXT);
    assertThat(response.status()).isEqualTo(303);
    assertThat(response.header("Location")).containsExactly(NEXT);
  }

  @Test
  @Security(110)
  void the_forms_of_a_browser_that_checks_redirects_lead_nowhere_else() {
    var told = request().header("Sec-Fetch-Site", "none").request();
    onward.permit(told, response.response(), CLIENT);
    assertThat(response.header("Content-Security-Policy")).isEmpty();
  }

  @Test
  void those_of_any_other_lead_to_the_client_too() {
    onward.permit(request().request(), response.response(), CLIENT);
    assertThat(response.header("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("form-action 'self' https://app.test;");
  }

  private static TestRequest request() {
    return new TestRequest("POST", "/login");
  }
}
