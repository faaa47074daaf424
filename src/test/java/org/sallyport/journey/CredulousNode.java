package org.sallyport.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.sallyport.Spec;

/**
 * Stands behind a proxy in the place of a node: takes every offer to change the protocol, and
 * remembers what reached it. A message whose end is not beyond doubt it notes as ambiguous.
 */
@Spec("RFC 9112 §6")
final class CredulousNode implements AutoCloseable {
  private static final Pattern HEALTH_CHECK =
      Pattern.compile("(?s)(GET|OPTIONS) /health/ready HTTP/1\\.0\r\n.*");
  private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,8})\r\n");

  private final ServerSocket socket;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<String> trailers = new CopyOnWriteArrayList<>();
  private final List<String> ambiguities = new CopyOnWriteArrayList<>();

  CredulousNode() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The heads of the requests since it was last told to forget, but for the proxy's own checks. */
  List<String> heads() {
    return heads;
  }

  /** The values of this header in all of them. */
  List<String> values(String name) {
    var start = name.toLowerCase(Locale.ROOT) + ":";
    return heads.stream()
        .flatMap(String::lines)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  /** The messages that another reader may end elsewhere. */
  List<String> ambiguities() {
    return ambiguities;
  }

  void forget() {
    heads.clear();
    trailers.clear();
    ambiguities.clear();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var caller = socket.accept();
        daemon(() -> serve(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      var in = new BufferedInputStream(caller.getInputStream());
      while (answer(in, caller.getOutputStream())) {
        caller.getOutputStream().flush();
      }
    } catch (IOException e) {
      // The proxy has ended the connection, as it may at any time.
    }
  }

  private boolean answer(InputStream in, OutputStream out) throws IOException {
    var head = head(in);
    var check = HEALTH_CHECK.matcher(head).matches();
    if (!check) {
      heads.add(head);
    }
    if (header(head, "upgrade")) {
      out.write(bytes("HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"));
      return true;
    }
    if (!skipsBody(in, head)) {
      ambiguities.add(head);
      return false;
    }
    out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"));
    return !check;
  }

  private String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (var line = line(in); !line.equals("\r\n"); line = line(in)) {
      if (!line.endsWith("\r\n")) {
        ambiguities.add(line);
      }
      head.append(line);
    }
    return head.toString();
  }

  private boolean skipsBody(InputStream in, String head) throws IOException {
    var lengths = lines(head, "content-length");
    var encodings = lines(head, "transfer-encoding");
    if (lengths.size() + encodings.size() > 1) {
      return false;
    }
    if (encodings.isEmpty()) {
      return lengths.isEmpty() || skips(in, lengths.get(0));
    }
    return encodings.get(0).equalsIgnoreCase("chunked") && skipsChunks(in);
  }

  private static boolean skips(InputStream in, String length) throws IOException {
    if (!length.matches("[0-9]{1,9}")) {
      return false;
    }
    in.readNBytes(Integer.parseInt(length));
    return true;
  }

  private boolean skipsChunks(InputStream in) throws IOException {
    while (true) {
      var size = SIZE.matcher(line(in));
      if (!size.matches()) {
        return false;
      }
      var length = Integer.parseInt(size.group(1), 16);
      if (length == 0) {
        break;
      }
      in.readNBytes(length);
      if (!line(in).equals("\r\n")) {
        return false;
      }
    }
    trailers.add(head(in));
    return true;
  }

  private static List<String> lines(String head, String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  private static boolean header(String head, String name) {
    return !lines(head, name).isEmpty();
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); ; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      line.write(b);
      if (b == '\n') {
        return line.toString(ISO_8859_1);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "node");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
