package org.sallyport.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.platform.crypto.Mac;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

class CsrfTest {
  private static final String NAME = "sallyport-browser";

  private final Csrf csrf = WiredPages.csrf(new OneSecret(new Mac(Secrets.random(32))));

  private static TestRequest from(String browser) {
    return new TestRequest("POST", "/login").cookie(NAME, browser);
  }

  @Test
  @Security(138)
  void a_form_is_taken_from_the_browser_that_it_was_shown_in() {
    var request = from(Secrets.token()).request();
    var token = csrf.token(request, new TestResponse().response());
    assertThat(csrf.matches(request, token)).isTrue();
  }

  @Test
  @Security(138)
  void a_form_is_not_taken_from_another_browser_or_from_none() {
    var token = csrf.token(from(Secrets.token()).request(), new TestResponse().response());
    assertThat(csrf.matches(from(Secrets.token()).request(), token)).isFalse();
    assertThat(csrf.matches(new TestRequest("POST", "/login").request(), token)).isFalse();
  }

  @Test
  @Security(138)
  void a_form_without_a_token_or_with_nonsense_is_not_taken() {
    var request = from(Secrets.token()).request();
    assertThat(csrf.matches(request, null)).isFalse();
    assertThat(csrf.matches(request, "")).isFalse();
    assertThat(csrf.matches(request, "§")).isFalse();
  }

  @Test
  void a_browser_gets_one_name_however_many_forms_a_page_has() {
    var request = new TestRequest("GET", "/login").request();
    var response = new TestResponse();
    var first = csrf.token(request, response.response());
    assertThat(csrf.token(request, response.response())).isEqualTo(first);
    assertThat(response.header("Set-Cookie")).hasSize(1);
  }

  @Test
  void a_cookie_that_we_cannot_have_set_is_replaced() {
    var response = new TestResponse();
    csrf.token(from("short").request(), response.response());
    assertThat(response.header("Set-Cookie")).singleElement().asString().startsWith(NAME + "=");
  }

  private record OneSecret(Mac mac) implements ServerMac {
    @Override
    public byte[] mac(Purpose purpose, byte[] data) {
      return mac.of((purpose + new String(data, UTF_8)).getBytes(UTF_8));
    }

    @Override
    public boolean verify(Purpose purpose, byte[] data, byte[] code) {
      return Arrays.equals(mac(purpose, data), code);
    }
  }
}
