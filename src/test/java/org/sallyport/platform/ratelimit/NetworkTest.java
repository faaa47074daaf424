package org.sallyport.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Security;

class NetworkTest {

  @Test
  @Security(141)
  void a_household_cannot_wander_through_its_ipv6_addresses() {
    assertThat(Network.of("2001:db8:1:2:aaaa::1")).isEqualTo(Network.of("2001:db8:1:2::ffff"));
    assertThat(Network.of("2001:db8:1:2::1")).isNotEqualTo(Network.of("2001:db8:1:3::1"));
  }

  @Test
  void an_ipv4_address_stands_for_itself_however_it_is_written() {
    assertThat(Network.of("192.0.2.1")).isNotEqualTo(Network.of("192.0.2.2"));
    assertThat(Network.of("::ffff:192.0.2.1")).isNotEqualTo(Network.of("::ffff:192.0.2.2"));
  }

  @ParameterizedTest
  @Security(141)
  @CsvSource({
    "192.0.2.1, ::ffff:192.0.2.1",
    "192.0.2.1, ::FFFF:C000:201",
    "192.0.2.1, 0:0:0:0:0:ffff:192.0.2.1",
    "2001:db8:0:2::1, 2001:0DB8:0000:0002:0000:0000:0000:0001",
    "2001:db8:0:2::1, 2001:db8::2:ffff:ffff:ffff:ffff",
    "fe80::1, fe80:0:0:0:0:0:0:1%eth0"
  })
  void the_spellings_of_an_address_are_of_one_network(String one, String other) {
    assertThat(Network.of(other)).isEqualTo(Network.of(one));
  }

  @Test
  @Security(141)
  void a_site_cannot_wander_through_its_ipv6_networks() {
    assertThat(Network.site("2001:db8:1:2::1")).isEqualTo(Network.site("2001:db8:1:ffff::1"));
    assertThat(Network.site("2001:db8:1:2::1")).isNotEqualTo(Network.site("2001:db8:2:2::1"));
    assertThat(Network.site("192.0.2.1")).isEqualTo(Network.of("::ffff:192.0.2.1"));
  }

  @Test
  void what_is_no_address_stands_for_itself() {
    assertThat(Network.of("not:an:address")).isEqualTo("not:an:address");
  }
}
