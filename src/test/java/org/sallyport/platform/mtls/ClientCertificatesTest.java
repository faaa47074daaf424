package org.sallyport.platform.mtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.platform.mtls.TestCertificates.HEADER;
import static org.sallyport.platform.mtls.TestCertificates.SETTINGS;
import static org.sallyport.platform.mtls.TestCertificates.base64;
import static org.sallyport.platform.mtls.TestCertificates.certificate;
import static org.sallyport.platform.mtls.TestCertificates.finder;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Example;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.protocol.OAuthException;

/** A certificate is taken from where it is set to come from, and from nowhere else. */
@Spec("RFC 9440 §2")
class ClientCertificatesTest {
  private static final String PROXY = "192.0.2.1";
  private static final Settings OWN_TLS =
      TestSettings.with(Map.of("mtls.certificate-from", "tls", "trusted-proxies", PROXY));

  static List<String> forms() {
    return TestCertificates.forms("issued");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void proxies_write_it_in_several_ways(String value) {
    assertThat(found(SETTINGS, from(PROXY).header(HEADER, value))).contains(certificate("issued"));
  }

  @Test
  @Security(101)
  void what_comes_after_the_head_is_not_of_the_proxy() {
    var finder = finder(SETTINGS);
    var request = from(PROXY);
    finder.keep(request.request());
    request.header(HEADER, ":" + base64("issued") + ":");
    finder.keep(request.request());
    assertThat(finder.of(request.request())).isEmpty();
  }

  @Test
  @Spec("RFC 9440 Appendix A")
  void the_example_of_the_specification_is_the_first_of_its_chain() {
    var request = from(PROXY).header(HEADER, Example.compact("rfc9440-a.header"));
    assertThat(found(SETTINGS, request)).contains(Example.certificates("rfc9440-a.pem").get(0));
  }

  @Test
  @Security(101)
  void nobody_but_a_trusted_proxy_is_believed() {
    var request = from("192.0.2.2").header(HEADER, base64("issued"));
    assertThat(found(SETTINGS, request)).isEmpty();
    assertThat(found(SETTINGS, request.header("X-Forwarded-For", PROXY))).isEmpty();
  }

  @ParameterizedTest
  @Security(101)
  @ValueSource(
      strings = {
        "SSL_CLIENT_CERT",
        "X-SSL-Client-Cert",
        "X-Forwarded-Client-Cert",
        "SSL-Client-Cert"
      })
  void no_other_header_is_believed(String name) {
    assertThat(found(SETTINGS, from(PROXY).header(name, base64("issued")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "::", "(null)", "-"})
  void a_proxy_may_say_that_there_was_none(String value) {
    assertThat(found(SETTINGS, from(PROXY).header(HEADER, value))).isEmpty();
    assertThat(found(SETTINGS, from(PROXY))).isEmpty();
  }

  @ParameterizedTest
  @Security(101)
  @ValueSource(strings = {"x", ":AAAA:", "%", "%ZZ", "-----BEGIN CERTIFICATE-----", "::AA=:"})
  void garbage_is_refused(String value) {
    assertThatThrownBy(() -> found(SETTINGS, from(PROXY).header(HEADER, value)))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining(HEADER);
  }

  @Test
  @Security(101)
  void two_of_them_are_refused() {
    var twice = base64("issued") + "\n" + base64("issued");
    assertThatThrownBy(() -> found(SETTINGS, from(PROXY).header(HEADER, twice)))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("two");
  }

  @Test
  @Security(101)
  void what_the_server_was_shown_counts_where_it_ends_tls_itself_and_only_there() {
    assertThat(found(OWN_TLS, shown(from(PROXY)))).contains(certificate("self-signed"));
    assertThat(found(OWN_TLS, from(PROXY).header(HEADER, base64("issued")))).isEmpty();
    assertThat(found(OWN_TLS, from(PROXY).header("tls", base64("issued")))).isEmpty();
    assertThat(found(SETTINGS, shown(from(PROXY)))).isEmpty();
  }

  @Test
  void unless_it_is_set_none_is_looked_for() {
    var standard = TestSettings.with(Map.of("trusted-proxies", PROXY));
    assertThat(finder(standard).areServed()).isFalse();
    assertThat(found(standard, shown(from(PROXY).header(HEADER, base64("issued"))))).isEmpty();
  }

  @Test
  void settings_that_cannot_be_meant_are_refused() {
    refused(Map.of("mtls.certificate-from", "Client Cert"));
    refused(Map.of("mtls.issuer", "https://mtls.id.test"));
    refused(Map.of("mtls.authorities", TestCertificates.file("authority").toString()));
    refused(Map.of("mtls.certificate-from", "tls", "mtls.authorities", "pom.xml"));
    refused(Map.of("mtls.certificate-from", "tls", "mtls.authorities", "nowhere.pem"));
    refused(Map.of("mtls.certificate-from", "tls", "mtls.issuer", "https://mtls.id.test/other"));
  }

  private static void refused(Map<String, String> settings) {
    assertThatThrownBy(() -> TestSettings.with(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("mtls.");
  }

  private static TestRequest from(String peer) {
    return new TestRequest("POST", "/oauth2/token").answering("getRemoteAddr", peer);
  }

  private static TestRequest shown(TestRequest request) {
    var chain = new X509Certificate[] {certificate("self-signed"), certificate("authority")};
    request.request().setAttribute("jakarta.servlet.request.X509Certificate", chain);
    return request;
  }

  private static Optional<X509Certificate> found(Settings settings, TestRequest request) {
    return finder(settings).of(request.request()).map(ClientCertificate::value);
  }
}
