package org.sallyport.platform.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.sallyport.platform.config.AddressRange;

/**
 * What one household or machine sends from: an IPv4 address, or the /64 of an IPv6 address. All
 * spellings of an address, the IPv4-mapped one too, are of one network (RFC 4291 §2.2, §2.5.5.2).
 */
public final class Network {
  private static final int HALF_OF_IPV6 = 8;
  private static final int LENGTH_OF_IPV6 = 16;

  private Network() {}

  /** The network of a peer's numeric address; any other text is a network of its own. */
  public static String of(String address) {
    var zone = address.indexOf('%');
    var literal = zone < 0 ? address : address.substring(0, zone);
    return AddressRange.address(literal).map(Network::of).orElse(address);
  }

  private static String of(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == LENGTH_OF_IPV6
        ? HexFormat.of().formatHex(Arrays.copyOf(bytes, HALF_OF_IPV6))
        : address.getHostAddress();
  }
}
