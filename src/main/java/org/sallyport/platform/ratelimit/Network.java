package org.sallyport.platform.ratelimit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.sallyport.protocol.address.AddressRange;

/**
 * What one household or machine sends from: an IPv4 address, or the /64 of an IPv6 address. All
 * spellings of an address, the IPv4-mapped one too, are of one network (RFC 4291 §2.2, §2.5.5.2).
 */
public final class Network {
  private static final int HALF_OF_IPV6 = 8;
  private static final int SITE_OF_IPV6 = 6;
  private static final int LENGTH_OF_IPV6 = 16;

  private Network() {}

  /** The network of a peer's numeric address; any other text is a network of its own. */
  public static String of(String address) {
    return of(address, HALF_OF_IPV6);
  }

  /**
   * All networks that one site has: the /48 of an IPv6 address, which is no more than a site is
   * given (RFC 6177 §2), so that nobody is many by what costs nothing; an IPv4 address.
   */
  public static String site(String address) {
    return of(address, SITE_OF_IPV6);
  }

  private static String of(String address, int bytesOfIpv6) {
    var zone = address.indexOf('%');
    var literal = zone < 0 ? address : address.substring(0, zone);
    return AddressRange.address(literal).map(a -> of(a, bytesOfIpv6)).orElse(address);
  }

  private static String of(InetAddress address, int bytesOfIpv6) {
    var bytes = address.getAddress();
    return bytes.length == LENGTH_OF_IPV6
        ? HexFormat.of().formatHex(Arrays.copyOf(bytes, bytesOfIpv6))
        : address.getHostAddress();
  }
}
