package org.sallyport.protocol.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that begin with the same bits, as in RFC 4632 §3.1 and RFC 4291 §2.3. */
public record AddressRange(InetAddress first, int bits) {
  // Anything else could be a name, and would be looked up.
  private static final Pattern LITERAL =
      Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
  private static final Pattern RANGE = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

  /** The address, or the range in CIDR notation; empty if the text is neither. */
  public static Optional<AddressRange> parse(String text) {
    var parts = RANGE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return address(parts.group(1)).flatMap(a -> of(a, parts.group(2)));
  }

  private static Optional<AddressRange> of(InetAddress address, String bits) {
    var all = address.getAddress().length * Byte.SIZE;
    var wanted = bits == null ? all : Integer.parseInt(bits);
    return wanted <= all ? Optional.of(new AddressRange(address, wanted)) : Optional.empty();
  }

  /** The address that a text is the literal of; no name is ever looked up. */
  public static Optional<InetAddress> address(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether the address that this text is the literal of is one of them. */
  public boolean contains(String text) {
    return address(text).map(this::contains).orElse(false);
  }

  private boolean contains(InetAddress address) {
    var mine = first.getAddress();
    var theirs = address.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (var bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> bit % Byte.SIZE;
      if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
