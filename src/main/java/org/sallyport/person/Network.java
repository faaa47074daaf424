package org.sallyport.person;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What one household or machine sends from: an IPv4 address, or the /64 of an IPv6 address. */
final class Network {
  private static final int HALF_OF_IPV6 = 8;

  private Network() {}

  /** The network of a peer's numeric address. */
  static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // With a colon in it this is a literal, and no name is looked up.
      var bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, HALF_OF_IPV6)));
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
