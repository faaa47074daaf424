package org.sallyport.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Spec;

class ReturnAddressTest {

  @ParameterizedTest
  @Spec("CSP 3 §6.4.1")
  @CsvSource({
    "https://app.test/cb, https://app.test",
    "https://app.test:8443/cb?a=b, https://app.test:8443",
    "http://127.0.0.1:51004/cb, http://127.0.0.1:51004",
    "http://[::1]:51004/cb, http:",
    "com.example.app:/cb, com.example.app:",
    "com.example.app://host/cb, com.example.app:",
  })
  void a_form_may_lead_to_its_origin_or_else_its_scheme(String uri, String source) {
    assertThat(to(uri).formActionSource()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.test:8443/cb, app.test",
    "http://127.0.0.1:51004/cb, 127.0.0.1",
    "com.example.app:/cb, com.example.app",
  })
  void a_person_sees_its_host_or_else_its_scheme(String uri, String host) {
    assertThat(to(uri).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @Spec("RFC 8252 §8.3")
  @CsvSource({
    "http://127.0.0.1:51004/cb, true",
    "https://127.1.2.3/cb, true",
    "http://localhost/cb, true",
    "https://app.localhost:8443/cb, true",
    "http://[::1]:51004/cb, true",
    "https://[0:0:0:0:0:0:0:1]/cb, true",
    "https://[::ffff:127.0.0.1]/cb, true",
    "https://0.0.0.0/cb, true",
    "https://[::]/cb, true",
    "https://app.test/cb, false",
    "https://localhost.app.test/cb, false",
    "https://notlocalhost/cb, false",
    "https://127.app.test/cb, false",
    "https://[2001:db8::1]/cb, false",
    "com.example.app://localhost/cb, false",
  })
  void a_loopback_address_is_on_the_persons_own_device(String uri, boolean loopback) {
    assertThat(to(uri).isLoopback()).isEqualTo(loopback);
  }

  private static ReturnAddress to(String uri) {
    return new ReturnAddress(uri, ResponseMode.QUERY, Optional.empty());
  }
}
