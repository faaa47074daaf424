package org.sallyport.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.page.PageError;
import org.sallyport.platform.page.WiredPages;
import org.sallyport.protocol.ClientId;

class LanguageServletTest {
  private static final CaseNumber NUMBER = new CaseNumber("7K3M-Q9XD");

  private static TestResponse shown(PageError error) throws IOException {
    var response = new TestResponse();
    var request = new TestRequest("GET", "/oauth2/authorize").request();
    WiredPages.page().send(request, response.response(), 400, error);
    return response;
  }

  private static String sealed(TestResponse page) {
    return page.body().replaceFirst("(?s).*name=\"page\" value=\"([^\"]+)\".*", "$1");
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  private static TestResponse switched(String page, String language) throws IOException {
    var servlet = new LanguageServlet();
    servlet.languages = WiredPages.languages();
    servlet.page = WiredPages.page();
    servlet.sealed = WiredPages.sealed();
    servlet.answers = WiredResponses.problems();
    var request =
        new TestRequest("POST", "/language").parameter("page", page).parameter("lang", language);
    var response = new TestResponse();
    servlet.doPost(request.request(), response.response());
    return response;
  }

  @Test
  void an_error_is_shown_in_another_language_under_the_same_number_and_time() throws IOException {
    var refusal = INVALID_REQUEST.because("no such thing");
    var error =
        PageError.of("error.400", NUMBER)
            .of(Optional.of(new ClientId("notes")))
            .because(refusal)
            .withAction("error.again", "/a?b=c");
    var first = shown(error);
    var response = switched(sealed(first), "de");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Set-Cookie")).singleElement().asString().contains("-lang=de;");
    assertThat(response.body())
        .contains("<html lang=\"de\" dir=\"ltr\">", "Kontakt", "The Notes Co &amp; Sons")
        .contains("<code>invalid_request</code>: no such thing")
        .contains("class=\"button\" href=\"/a?b=c\">Noch einmal versuchen")
        .contains("Fall 7K3M-Q9XD, 2026-03-01T10:20:30Z")
        .contains("value=\"de\" lang=\"de\" dir=\"ltr\" aria-current=\"true\"");
  }

  @Test
  @Security(35)
  void what_this_server_did_not_show_is_not_shown_again() throws IOException {
    for (var forged : new String[] {"", "x", "e30"}) {
      var response = switched(forged, "de");
      assertThat(response.status()).isEqualTo(400);
      assertThat(response.body()).contains("page was not made by this server");
    }
  }
}
