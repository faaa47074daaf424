package org.sallyport.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import org.sallyport.Spec;

/** HTTP/2 as it is on the wire, each byte a character, as {@link Wire} sends it. */
@Spec({"RFC 9113 §4.1", "RFC 7541 §6.2.2"})
final class Frames {
  /** What a client begins with, its settings among it. */
  static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0, "");

  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  private Frames() {}

  /** A request without a body: names and values in turn. */
  static String request(int stream, String... fields) {
    return frame(1, END_STREAM | END_HEADERS, stream, block(fields));
  }

  /** That the request has been given up. */
  static String reset(int stream) {
    return frame(3, 0, stream, "\0\0\0\b");
  }

  /** The start of a connection, and 5,000 requests that are given up at once. */
  static String rapidReset(String host) {
    var flood = new StringBuilder(PREFACE);
    for (var stream = 1; stream < 10_000; stream += 2) {
      var request =
          request(
              stream,
              ":method",
              "GET",
              ":scheme",
              "https",
              ":path",
              "/oauth2/jwks",
              ":authority",
              host);
      flood.append(request).append(reset(stream));
    }
    return flood.toString();
  }

  /** Whether what was received begins as a server that speaks HTTP/2 begins: with its settings. */
  static boolean begin(String received) {
    return received.length() >= 9 && received.charAt(0) != 'H' && received.charAt(3) == 4;
  }

  private static String frame(int type, int flags, int stream, String payload) {
    var frame = new StringBuilder();
    frame.append((char) (payload.length() >> 16)).append((char) ((payload.length() >> 8) & 255));
    frame.append((char) (payload.length() & 255)).append((char) type).append((char) flags);
    for (var shift = 24; shift >= 0; shift -= 8) {
      frame.append((char) ((stream >> shift) & 255));
    }
    return frame.append(payload).toString();
  }

  private static String block(String... fields) {
    var block = new ByteArrayOutputStream();
    for (var i = 0; i < fields.length; i += 2) {
      block.write(0); // a literal that is not indexed, with a new name
      literal(block, fields[i]);
      literal(block, fields[i + 1]);
    }
    return block.toString(ISO_8859_1);
  }

  private static void literal(ByteArrayOutputStream block, String text) {
    var rest = text.length() - 127;
    block.write(Math.min(text.length(), 127));
    for (; rest >= 128; rest >>= 7) {
      block.write((rest & 127) | 128);
    }
    if (text.length() >= 127) {
      block.write(rest);
    }
    block.writeBytes(text.getBytes(ISO_8859_1));
  }
}
