package org.sallyport.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** A bare connection, for requests that no well-behaved client would send. */
public final class Wire implements AutoCloseable {
  private static final int MOST = 200_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");

  private final Socket socket;

  /** Connects; waits for at most this long for anything to come. */
  public Wire(Server server, Duration patience) {
    try {
      socket = new Socket();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), 5_000);
      socket.setSoTimeout((int) patience.toMillis());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Connects by TLS to this name, as these protocols if the other side speaks one of them. */
  Wire(CertificateHolder holder, Duration patience, String... protocols) {
    try {
      var plain = new Socket();
      plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), holder.port()), 5_000);
      var factory = holder.context().getSocketFactory();
      var tls = (SSLSocket) factory.createSocket(plain, holder.host(), holder.port(), true);
      var parameters = tls.getSSLParameters();
      parameters.setApplicationProtocols(protocols);
      tls.setSSLParameters(parameters);
      tls.setSoTimeout((int) patience.toMillis());
      tls.startHandshake();
      socket = tls;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What was agreed on in TLS; empty if nothing was. */
  String protocol() {
    return socket instanceof SSLSocket tls ? tls.getApplicationProtocol() : "";
  }

  /** Sends these characters as they are; whether the other side still takes them. */
  public boolean send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends nothing more, but still takes what comes. */
  public void finish() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Leaves at once: what is on its way in either direction is lost. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** All that comes until the other side closes, or nothing more comes in time. */
  public String receive() {
    var received = new ByteArrayOutputStream();
    var buffer = new byte[8_192];
    try {
      for (var n = 0; n >= 0 && received.size() < MOST; n = socket.getInputStream().read(buffer)) {
        received.write(buffer, 0, n);
      }
    } catch (SocketTimeoutException e) {
      received.writeBytes("(silence)".getBytes(ISO_8859_1));
    } catch (IOException e) {
      received.writeBytes("(reset)".getBytes(ISO_8859_1));
    }
    return received.toString(ISO_8859_1);
  }

  /** One raw request head with {@code Connection: close}, and everything that is answered. */
  public static String exchange(Server server, String requestLine, String... headers) {
    try (var wire = new Wire(server, Duration.ofSeconds(10))) {
      wire.send(requestLine + "\r\n" + String.join("\r\n", headers));
      wire.send((headers.length > 0 ? "\r\n" : "") + "Connection: close\r\n\r\n");
      return wire.receive();
    }
  }

  /** A token request of this form in chunks, with these headers before it and that one after it. */
  static String chunked(String headers, Map<String, String> form, String trailer) {
    var body = Http.form(form);
    return "POST /oauth2/token HTTP/1.1\r\n"
        + headers
        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n"
        + Integer.toHexString(body.length())
        + ("\r\n" + body + "\r\n0\r\n" + trailer + "\r\n\r\n");
  }

  /** The status of a raw answer, or 0 when there was none. */
  public static int status(String answer) {
    return answer.matches("(?s)HTTP/1[.]1 [0-9]{3}.*")
        ? Integer.parseInt(answer.substring(9, 12))
        : 0;
  }

  /** The statuses of all answers that were received in a row. */
  static List<Integer> statuses(String answers) {
    return STATUS.matcher(answers).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
