package org.sallyport.protocol.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.protocol.Ascii;

/** Host names in other letters than those of ASCII, which URIs have in punycode (RFC 5891 §4.4). */
public final class InternationalNames {
  private static final Pattern HOST =
      Pattern.compile("(?:[^:/?#]+://)?(?:[^/?#@]*@)?([^/?#:@]+).*");

  private static final int LONGEST = 253;

  private InternationalNames() {}

  /** What to do about the host of this address, if that is written in other letters. */
  public static Optional<String> advice(String address) {
    var parts = HOST.matcher(address);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var host = unescaped(parts.group(1));
    return Ascii.all(host, c -> c < 0x80)
        ? Optional.empty()
        : Optional.of("must have its host in punycode" + inPunycode(host));
  }

  private static String unescaped(String host) {
    try {
      return URLDecoder.decode(host.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return host;
    }
  }

  private static String inPunycode(String host) {
    try {
      // What is longer is no name, and normalizing it may take long.
      return host.length() > LONGEST ? "" : ": " + IDN.toASCII(host);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
