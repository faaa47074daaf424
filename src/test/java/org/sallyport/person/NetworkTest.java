package org.sallyport.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

  @Test
  void what_is_no_address_stands_for_itself() {
    assertThat(Network.of("not:an:address")).isEqualTo("not:an:address");
  }
}
