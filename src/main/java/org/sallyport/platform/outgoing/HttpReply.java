package org.sallyport.platform.outgoing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The answer to a GET, as it is read from a connection (RFC 9112): 200 with a body of bounded size,
 * or refused.
 */
final class HttpReply {
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_LINE = 8_192;

  private final InputStream in;
  private final int most;
  private final List<String> headers = new ArrayList<>();

  private HttpReply(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /** The body; refuses one of more bytes than this. */
  static byte[] read(InputStream in, int most) throws IOException {
    var reply = new HttpReply(in, most);
    reply.head();
    return reply.body();
  }

  private void head() throws IOException {
    var status = line().split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
      throw new FetchRefused("it does not speak HTTP");
    }
    if (!status[1].equals("200")) {
      throw new FetchRefused("its answer is " + status[1] + "; redirects are not followed");
    }
    for (var line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
      if (headers.size() > MOST_HEADERS) {
        throw new FetchRefused("its answer has too many headers");
      }
    }
  }

  private byte[] body() throws IOException {
    if (header("content-encoding").filter(c -> !c.equalsIgnoreCase("identity")).isPresent()) {
      throw new FetchRefused("its answer is compressed, though that was not asked for");
    }
    if (header("transfer-encoding").isPresent()) {
      return chunks();
    }
    var length = header("content-length");
    return length.isPresent() ? exactly(number(length.get(), 10)) : rest();
  }

  private byte[] rest() throws IOException {
    var body = in.readNBytes(most + 1);
    if (body.length > most) {
      throw tooLong();
    }
    return body;
  }

  private byte[] chunks() throws IOException {
    if (!header("transfer-encoding").orElseThrow().equalsIgnoreCase("chunked")) {
      throw new FetchRefused("its answer has an unknown transfer encoding");
    }
    var body = new ByteArrayOutputStream();
    for (var size = size(); size > 0; size = size()) {
      body.write(exactly(size));
      if (body.size() > most) {
        throw tooLong();
      }
      line();
    }
    return body.toByteArray();
  }

  private int size() throws IOException {
    return number(line().split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    if (length > most) {
      throw tooLong();
    }
    var body = in.readNBytes(length);
    if (body.length < length) {
      throw new FetchRefused("its answer ends early");
    }
    return body;
  }

  private FetchRefused tooLong() {
    return new FetchRefused("its answer is longer than " + most + " bytes");
  }

  private static int number(String text, int radix) throws FetchRefused {
    try {
      var number = Integer.parseInt(text, radix);
      if (number >= 0 && text.charAt(0) != '+') {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new FetchRefused("the length of its answer is no number");
    }
    throw new FetchRefused("the length of its answer is no number");
  }

  private Optional<String> header(String name) {
    return headers.stream()
        .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(h -> h.substring(name.length() + 1).strip())
        .findFirst();
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > LONGEST_LINE) {
        throw new FetchRefused("its answer is not HTTP, or ends early");
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
