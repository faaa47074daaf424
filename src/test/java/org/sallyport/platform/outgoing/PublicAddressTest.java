package org.sallyport.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

@Spec("RFC 6890")
class PublicAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 100.63.255.255",
        "100.128.0.1 126.1.1.1 128.0.0.1 169.253.1.1 172.15.0.1",
        "172.32.0.1 192.167.1.1 198.17.0.1 198.20.0.1 223.255.255.255",
        "2606:4700::1111 2a00:1450:4001::1 2001:4860:4860::8888"
      })
  void anybody_reaches_these(String literals) {
    assertThat(literals.split(" "))
        .allMatch(literal -> PublicAddress.is(TestOutgoing.address(literal)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1",
        "100.127.255.255 127.0.0.1 127.255.0.1 169.254.169.254 172.16.0.1",
        "172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.0.1",
        "198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1",
        "239.1.1.1 240.0.0.1 255.255.255.255 :: ::1",
        "::ffff:10.0.0.1 ::10.0.0.1 64:ff9b::a00:1 64:ff9b:1::1 100::1",
        "2001::1 2001:db8::1 2002:a00:1::1 3fff::1 5f00::1",
        "fc00::1 fd12::1 fe80::1 fec0::1 ff02::1"
      })
  void these_are_somebodys_own(String literals) {
    assertThat(literals.split(" "))
        .noneMatch(literal -> PublicAddress.is(TestOutgoing.address(literal)));
  }
}
