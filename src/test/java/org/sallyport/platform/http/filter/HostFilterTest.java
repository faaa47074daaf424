package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.config.Issuer;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class HostFilterTest {
  private static int status(TestRequest request) throws IOException, ServletException {
    return status(WiredFilters.hostFilter(), request);
  }

  private static int status(HostFilter filter, TestRequest request)
      throws IOException, ServletException {
    var response = new TestResponse();
    var passed = new AtomicBoolean();
    filter.pass(TestServedPaths.marked(request), response.response(), (q, a) -> passed.set(true));
    return passed.get() ? 200 : response.status();
  }

  private static TestRequest to(String host) {
    return new TestRequest("GET", "/login").header("Host", host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id.test", "ID.test", "id.test:443"})
  void the_issuer_s_host_is_answered(String host) throws Exception {
    assertThat(status(to(host))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.test", "id.test:8443", "id.test.", "id.test@evil.test", ""})
  @Security(39)
  void any_other_host_is_misdirected(String host) throws Exception {
    assertThat(status(to(host))).isEqualTo(421);
  }

  @ParameterizedTest
  @CsvSource({
    "/oauth2/token, 200",
    "/oauth2/userinfo, 200",
    "/oauth2/authorize, 421",
    "/oauth2/logout, 421",
    "/login, 421",
    "/.well-known/openid-configuration, 421"
  })
  @Spec("RFC 8705 §5")
  void what_programs_call_is_answered_at_the_alias_too(String path, int status) throws Exception {
    var settings =
        Map.of("mtls.certificate-from", "Client-Cert", "mtls.issuer", "https://mtls.id.test");
    var filter = WiredFilters.hostFilter();
    filter.settings = TestSettings.with(settings);
    var request = new TestRequest("POST", path).header("Host", "mtls.id.test");
    assertThat(status(filter, request.answering("getServerName", "mtls.id.test")))
        .isEqualTo(status);
    assertThat(status(new TestRequest("POST", path).header("Host", "mtls.id.test"))).isEqualTo(421);
  }

  @Test
  @Security(39)
  void a_request_without_a_host_is_misdirected() throws Exception {
    assertThat(status(new TestRequest("GET", "/login"))).isEqualTo(421);
  }

  @Test
  @Security(39)
  void the_host_of_an_absolute_request_line_counts_too() throws Exception {
    assertThat(status(to("id.test").answering("getServerName", "evil.test"))).isEqualTo(421);
  }

  @Test
  @Security(39)
  @Spec("RFC 9112 §3.2")
  void two_hosts_are_a_bad_request() throws Exception {
    assertThat(status(to("id.test\nevil.test"))).isEqualTo(400);
  }

  @Test
  void those_who_watch_our_health_may_use_any_name() throws Exception {
    assertThat(status(new TestRequest("GET", "/health/ready").header("Host", "10.0.0.7:8080")))
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"http://localhost:8080, localhost:8080", "http://[::1]:8080, [::1]:8080"})
  void an_issuer_with_a_port_is_asked_for_with_it(String issuer, String host) {
    assertThat(HostFilter.isOurs(new Issuer(issuer), host)).isTrue();
    assertThat(HostFilter.isOurs(new Issuer(issuer), host.replace(":8080", ""))).isFalse();
  }
}
