package org.sallyport.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

class IssuerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.test",
        "https://id.test:8443",
        "https://id.test/tenant/one",
        "http://localhost:8080",
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "http://id.localhost",
      })
  @Spec("RFC 8414 §2")
  void a_url_that_browsers_may_trust_is_an_issuer(String url) {
    assertThat(new Issuer(url).value()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id.test",
        "https:///x",
        "https://",
        "ftp://id.test",
        "https://id.test/",
        "https://id.test/a/",
        "https://id.test//a",
        "https://id.test/../a",
        "https://id.test/%61",
        "https://id.test/a;b",
        "https://id.test?a",
        "https://id.test#a",
        "https://me@id.test",
        "https://ID.test",
        "https://id.test:443",
        "http://localhost:80",
        "http://id.test",
        "http://localhost.evil.test",
        "http://127.evil.test",
        " https://id.test",
        "https://id.test\n",
      })
  @Spec("RFC 8414 §2")
  void anything_else_is_refused(String url) {
    assertThatThrownBy(() -> new Issuer(url))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("setting issuer: ")
        .hasMessageEndingWith("write it like https://id.example.org or http://localhost:8080");
  }

  @Test
  void an_issuer_has_an_origin_an_authority_and_a_path() {
    var issuer = new Issuer("https://id.test:8443/tenant");
    assertThat(issuer.origin()).isEqualTo("https://id.test:8443");
    assertThat(issuer.authority()).isEqualTo("id.test:8443");
    assertThat(issuer.path()).isEqualTo("/tenant");
    assertThat(issuer.secure()).isTrue();
  }

  @Test
  void a_deployment_elsewhere_is_refused_with_both_paths() {
    var issuer = new Issuer("https://id.test/a");
    assertThatCode(() -> issuer.refuseUnlessAt("/a")).doesNotThrowAnyException();
    assertThatThrownBy(() -> issuer.refuseUnlessAt("/sallyport"))
        .hasMessageContaining("its path is '/a' but the application is deployed at '/sallyport'")
        .hasMessageContaining("set the issuer to https://id.test/sallyport");
  }
}
