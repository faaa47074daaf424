package org.sallyport.protocol.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthException;

/** What may be registered as an origin is what browsers send, and nobody else's. */
@Spec("RFC 6454 §6.2")
class WebOriginTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example",
        "https://app.example:8443",
        "http://localhost:4200",
        "http://tauri.localhost",
        "http://127.0.0.1",
        "http://[::1]:5",
        "capacitor://localhost",
        "ionic://localhost",
        "app://obsidian.md",
        "chrome-extension://abcdefghijklmnop",
        "https://xn--bcher-kva.example"
      })
  void what_a_browser_sends_may_be_registered(String value) {
    assertThat(new WebOrigin(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @Security(65)
  @ValueSource(
      strings = {
        "",
        "null",
        "*",
        "https://*",
        "https://*.example",
        "app.example",
        "https:app.example",
        "https://",
        "https://app.example/",
        "https://app.example/path",
        "https://app.example?x",
        "https://app.example#x",
        "https://user@app.example",
        "https://APP.example",
        "HTTPS://app.example",
        "https://app.example:443",
        "https://app.example:",
        "http://localhost:80",
        "http://app.example",
        "http://localhost.example",
        "file://localhost",
        "javascript://localhost",
        "https://a.example, https://b.example",
        "https://a.example\\b",
        "https://a.example\n"
      })
  void anything_else_is_refused(String value) {
    assertThatThrownBy(() -> new WebOrigin(value)).isInstanceOf(OAuthException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://b\u00fccher.example, xn--bcher-kva.example",
    "https://b%C3%BCcher.example:8443, xn--bcher-kva.example",
    "capacitor://b\u00fccher, xn--bcher-kva"
  })
  @Spec("RFC 5891 §4.4")
  void other_letters_are_advised_in_punycode(String value, String told) {
    assertThatThrownBy(() -> new WebOrigin(value)).hasMessageContaining(told);
  }
}
