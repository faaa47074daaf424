package org.sallyport.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.TestSettings;

class ClientAddressTest {
  private static final String PROXIES = "10.0.0.0/8, 192.0.2.7 fd00::/8";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.5 | 198.51.100.1                         | 203.0.113.5",
        "10.1.2.3    | 198.51.100.1                         | 198.51.100.1",
        "10.1.2.3    | 1.1.1.1, 198.51.100.1                | 198.51.100.1",
        "10.1.2.3    | 1.1.1.1, 198.51.100.1, 192.0.2.7     | 198.51.100.1",
        "192.0.2.8   | 198.51.100.1                         | 192.0.2.8",
        "10.1.2.3    | 198.51.100.1:4711                    | 198.51.100.1",
        "fd00:0:0::1 | [2001:db8::5]:443                    | 2001:db8::5",
        "fd00::1     | 2001:db8::5                          | 2001:db8::5",
        "10.1.2.3    | unknown                              | 10.1.2.3",
        "10.1.2.3    | 198.51.100.1, _hidden                | 10.1.2.3",
        "10.1.2.3    | 10.0.0.5, 10.0.0.6                   | 10.0.0.5",
        "10.1.2.3    | 999.1.1.1                            | 10.1.2.3",
        "10.1.2.3    | localhost                            | 10.1.2.3",
        "10.1.2.3    | 198.51.100.1 event=forged            | 10.1.2.3"
      })
  void only_a_trusted_proxy_is_believed_and_no_further_than_it_reaches(
      String peer, String forwardedFor, String client) {
    assertThat(behind(peer, List.of(forwardedFor), PROXIES)).isEqualTo(client);
  }

  @Test
  void several_headers_are_one_list() {
    assertThat(behind("10.1.2.3", List.of("198.51.100.1", "10.0.0.9"), PROXIES))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void nobody_is_trusted_unless_named() {
    assertThat(behind("127.0.0.1", List.of("198.51.100.1"), "")).isEqualTo("127.0.0.1");
  }

  @Test
  void a_proxy_that_says_nothing_is_the_client_itself() {
    assertThat(behind("10.1.2.3", List.of(), PROXIES)).isEqualTo("10.1.2.3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.test", "10.0.0.0/33", "10.0.0", "::1/129", "10.0.0.1/x", "/8"})
  void what_is_no_range_of_addresses_is_refused(String written) {
    assertThatThrownBy(() -> behind("10.1.2.3", List.of(), written))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("trusted-proxies");
  }

  private static String behind(String peer, List<String> forwardedFor, String trusted) {
    var settings = TestSettings.with(Map.of("trusted-proxies", trusted));
    return ClientAddress.behind(peer, forwardedFor, settings.operation());
  }
}
