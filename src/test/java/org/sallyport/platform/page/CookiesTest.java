package org.sallyport.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

class CookiesTest {
  private static String set(Settings settings) {
    var response = new TestResponse();
    TestCookies.of(settings).set(response.response(), "session", "v", Optional.empty());
    return response.header("Set-Cookie").get(0);
  }

  @Test
  @Security(109)
  void behind_https_a_cookie_is_bound_to_the_host_and_hidden_from_scripts() {
    assertThat(set(WiredPages.SECURE))
        .isEqualTo("__Host-sallyport-session=v; Path=/; Secure; HttpOnly; SameSite=Lax");
  }

  @Test
  @Security(109)
  void on_this_very_machine_a_cookie_does_without_tls() {
    assertThat(set(WiredPages.LOCAL))
        .isEqualTo("sallyport-session=v; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void two_deployments_on_one_host_do_not_share_a_name() {
    var tenant = TestSettings.with(Map.of("issuer", "https://id.test/one"));
    assertThat(set(tenant)).startsWith("__Host-sallyport-one-session=v; Path=/; Secure");
  }

  @Test
  void a_lifetime_is_told_and_zero_removes() {
    var response = new TestResponse();
    var cookies = TestCookies.of(WiredPages.SECURE);
    cookies.set(response.response(), "lang", "de", Optional.of(Duration.ofDays(1)));
    cookies.clear(response.response(), "lang");
    assertThat(response.header("Set-Cookie").get(0)).contains("; Max-Age=86400;");
    assertThat(response.header("Set-Cookie").get(1)).contains("-lang=; Path=/; Max-Age=0;");
  }

  @Test
  void a_value_that_could_end_the_header_is_refused() {
    var response = new TestResponse().response();
    var cookies = TestCookies.of(WiredPages.SECURE);
    assertThatThrownBy(() -> cookies.set(response, "a", "b; Domain=x", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cookies.set(response, "a", "b\r\nX: y", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_cookie_without_the_prefix_is_none_of_ours() {
    var request = new TestRequest("GET", "/").cookie("sallyport-session", "v").request();
    assertThat(TestCookies.of(WiredPages.SECURE).read(request, "session")).isEmpty();
    assertThat(TestCookies.of(WiredPages.LOCAL).read(request, "session")).contains("v");
  }

  @Test
  void two_cookies_of_one_name_that_differ_count_as_none() {
    var request =
        new TestRequest("GET", "/")
            .cookie("sallyport-session", "v")
            .cookie("sallyport-session", "w")
            .request();
    assertThat(TestCookies.of(WiredPages.LOCAL).read(request, "session")).isEmpty();
  }
}
