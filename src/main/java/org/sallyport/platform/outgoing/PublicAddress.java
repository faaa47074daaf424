package org.sallyport.platform.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the public Internet from all others (RFC 6890, RFC 4291 §2.4). */
final class PublicAddress {
  private static final List<Block> SPECIAL =
      List.of(
          new Block(8, 0),
          new Block(8, 10),
          new Block(10, 100, 64),
          new Block(8, 127),
          new Block(16, 169, 254),
          new Block(12, 172, 16),
          new Block(24, 192, 0, 0),
          new Block(24, 192, 0, 2),
          new Block(24, 192, 88, 99),
          new Block(16, 192, 168),
          new Block(15, 198, 18),
          new Block(24, 198, 51, 100),
          new Block(24, 203, 0, 113),
          new Block(3, 224));

  // Of these, everything that is no unicast of the public Internet is left out below.
  private static final Block GLOBAL = new Block(3, 0x20);

  private static final List<Block> SPECIAL_V6 =
      List.of(
          new Block(23, 0x20, 0x01),
          new Block(32, 0x20, 0x01, 0x0d, 0xb8),
          new Block(16, 0x20, 0x02),
          new Block(20, 0x3f, 0xff));

  private PublicAddress() {}

  /** Whether it is one that anybody on the Internet reaches. */
  static boolean is(InetAddress address) {
    var bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return SPECIAL.stream().noneMatch(b -> b.contains(bytes));
    }
    return GLOBAL.contains(bytes) && SPECIAL_V6.stream().noneMatch(b -> b.contains(bytes));
  }

  /** Addresses that begin with the same bits. */
  private record Block(int bits, List<Integer> bytes) {
    Block(int bits, Integer... bytes) {
      this(bits, List.of(bytes));
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        var wanted = bit / 8 < bytes.size() ? bytes.get(bit / 8) : 0;
        if (((wanted ^ address[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
