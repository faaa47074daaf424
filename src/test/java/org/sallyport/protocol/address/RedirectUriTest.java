package org.sallyport.protocol.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.protocol.address.ApplicationType.NATIVE;
import static org.sallyport.protocol.address.ApplicationType.WEB;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/** Which redirect URIs may be registered, and what a request may call them. */
@Spec({"OAuth 2.1 §2.3.1", "RFC 8252 §7"})
class RedirectUriTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.test/cb",
        "https://app.test",
        "https://app.test:8443/cb?tenant=1",
        "https://app.test/caf%C3%A9/a%20b",
        "http://localhost:8080/cb",
        "http://127.0.0.1/cb",
        "http://[::1]:5000/cb"
      })
  void a_web_application_may_register_it(String uri) {
    assertThat(new RedirectUri(uri, WEB)).hasToString(uri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.example.app:/cb", "com.example.app://callback", "https://app.test/"})
  void a_native_application_may_register_it(String uri) {
    assertThat(new RedirectUri(uri, NATIVE)).hasToString(uri);
  }

  @Test
  @Security(11)
  void a_private_use_scheme_is_for_native_applications_only() {
    refused("com.example.app:/cb", WEB);
  }

  @ParameterizedTest
  @Security(11)
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript://app.test/%0aalert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://app.test/x",
        "about:blank",
        "ws://app.test/cb",
        "wss://app.test/cb",
        "ftp://app.test/cb",
        "myapp:/cb",
        "com.example.app:cb",
        "Com.Example.App:/cb",
        "com..app:/cb",
        "com.example.app://user@host/cb"
      })
  void no_other_scheme_may_be_registered(String uri) {
    refused(uri, NATIVE);
  }

  @ParameterizedTest
  @Security({9, 10})
  @ValueSource(
      strings = {
        "https://app.test/cb#",
        "https://app.test/cb#frag",
        "https://app.test/cb?code=x",
        "https://app.test/cb?a=b&state=",
        "https://app.test/cb?iss=x",
        "https://app.test/cb?error=x",
        "https://app.test/cb?%63ode=x",
        "https://app.test/cb?a=b;code=x",
        "com.example.app:/cb?code=x"
      })
  void fragments_and_parameters_of_the_response_are_refused(String uri) {
    refused(uri, NATIVE);
  }

  @ParameterizedTest
  @Security(6)
  @ValueSource(
      strings = {
        "https://app.test/x/../cb",
        "https://app.test/./cb",
        "https://app.test/..",
        "https://app.test//cb",
        "https://app.test/cb/..;/x",
        "https://app.test/cb;v=1",
        "https://app.test/%63b",
        "https://app.test/cb%2f..",
        "https://app.test/cb%2F..",
        "https://app.test/%2e%2e/cb",
        "https://app.test/%252e%252e/",
        "https://app.test/%5ccb",
        "https://app.test/%00",
        "https://app.test/%c0%af",
        "https://app.test\\cb",
        "https://app.test/\\cb",
        "com.example.app:/x/../cb"
      })
  void a_path_has_one_meaning_only(String uri) {
    refused(uri, NATIVE);
  }

  @ParameterizedTest
  @Security(7)
  @ValueSource(
      strings = {
        "https://app.test@evil.test/cb",
        "https://user:secret@app.test/cb",
        "https://a@b@app.test/cb",
        "https://APP.test/cb",
        "https://app.test./cb",
        "https://app.test:/cb",
        "https://app.test:0443/cb",
        "https://app.test:0/cb",
        "https://app.test:65536/cb",
        "https:app.test/cb",
        "https:/app.test/cb",
        "https://",
        "//app.test/cb",
        "/cb",
        "",
        "https://*.app.test/cb",
        "https://app.test/*",
        "https://app.test/cb\n",
        "https://app.test/ü",
        " https://app.test/cb",
        "https://app_1.test/cb"
      })
  void an_authority_has_one_meaning_only(String uri) {
    refused(uri, WEB);
  }

  @ParameterizedTest
  @Security(14)
  @ValueSource(
      strings = {
        "http://app.test/cb",
        "http://127.0.0.2/cb",
        "http://127.1/cb",
        "http://2130706433/cb",
        "http://0/cb",
        "http://[::ffff:127.0.0.1]/cb",
        "http://[0:0:0:0:0:0:0:1]/cb",
        "http://localhost.evil.test/cb"
      })
  void plain_http_is_for_loopback_only(String uri) {
    refused(uri, NATIVE);
  }

  @ParameterizedTest
  @Security({13, 15})
  @CsvSource({
    "http://127.0.0.1/cb, http://127.0.0.1:1/cb",
    "http://127.0.0.1/cb, http://127.0.0.1:65535/cb",
    "http://127.0.0.1:5000/cb, http://127.0.0.1:51004/cb",
    "http://127.0.0.1:5000/cb, http://127.0.0.1/cb",
    "http://127.0.0.1/cb?x=1, http://127.0.0.1:7/cb?x=1",
    "http://127.0.0.1, http://127.0.0.1:7",
    "http://[::1]/cb, http://[::1]:5/cb"
  })
  void a_native_application_may_listen_on_any_port(String registered, String requested) {
    assertThat(new RedirectUri(registered, NATIVE).matches(requested)).isTrue();
    assertThat(new RedirectUri(registered, WEB).matches(requested)).isFalse();
  }

  @ParameterizedTest
  @Security({14, 15})
  @ValueSource(
      strings = {
        "http://127.0.0.1:51004/cb?x=1",
        "http://127.0.0.1:51004/other",
        "http://127.0.0.1:51004/cb/",
        "http://127.0.0.1:51004/cb#",
        "http://127.0.0.1:51004/cb\n",
        "http://127.0.0.1:51004/cb\n/cb",
        "http://127.0.0.1@evil/cb",
        "http://127.0.0.1:51004@evil/cb",
        "http://127.1/cb",
        "http://2130706433/cb",
        "http://0/cb",
        "http://127.0.0.1:99999/cb",
        "http://127.0.0.1:65536/cb",
        "http://127.0.0.1:0/cb",
        "http://127.0.0.1:051/cb",
        "http://127.0.0.1:/cb",
        "http://127.0.0.1:-1/cb",
        "http://127.0.0.1:١/cb",
        "https://127.0.0.1:1/cb",
        "HTTP://127.0.0.1:1/cb",
        "http://[::1]:5/cb",
        "http://[0:0:0:0:0:0:0:1]:5/cb",
        "http://[::ffff:127.0.0.1]/cb",
        "http://localhost:5/cb"
      })
  void nothing_else_of_a_loopback_address_may_differ(String requested) {
    assertThat(new RedirectUri("http://127.0.0.1/cb", NATIVE).matches(requested)).isFalse();
  }

  @Test
  @Security(15)
  void localhost_is_a_name_and_has_one_port() {
    var registered = new RedirectUri("http://localhost:5000/cb", NATIVE);
    assertThat(registered.matches("http://localhost:5000/cb")).isTrue();
    assertThat(registered.matches("http://localhost:5001/cb")).isFalse();
  }

  @Test
  void a_web_origin_has_no_default_port_and_a_private_scheme_has_none() {
    assertThat(new RedirectUri("https://app.test:443/cb", WEB).origin())
        .hasValue("https://app.test");
    assertThat(new RedirectUri("http://[::1]:5/cb", WEB).origin()).hasValue("http://[::1]:5");
    assertThat(new RedirectUri("com.example.app:/cb", NATIVE).origin()).isEmpty();
  }

  @Test
  void it_knows_its_scheme_and_its_host() {
    var uri = new RedirectUri("https://app.test/cb", WEB);
    assertThat(uri.scheme()).isEqualTo("https");
    assertThat(uri.host()).hasValue("app.test");
    assertThat(new RedirectUri("com.example.app:/cb", NATIVE).host()).isEmpty();
  }

  private static void refused(String uri, ApplicationType type) {
    assertThatThrownBy(() -> new RedirectUri(uri, type))
        .isInstanceOfSatisfying(
            OAuthException.class,
            e -> assertThat(e.error()).isEqualTo(OAuthError.INVALID_REDIRECT_URI));
  }
}
