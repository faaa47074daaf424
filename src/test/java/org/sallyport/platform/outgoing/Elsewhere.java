package org.sallyport.platform.outgoing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Another host, on loopback, which answers as it is told and remembers who asked. */
public final class Elsewhere implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private volatile Answer answer;

  /** What it sends. */
  @FunctionalInterface
  public interface Answer {
    /** Sends it. */
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  private Elsewhere(ServerSocketFactory sockets, Answer answer) {
    this.answer = answer;
    try {
      socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::serve);
  }

  /** One that sends this, byte for byte. */
  public static Elsewhere sending(String text) {
    return sending(ServerSocketFactory.getDefault(), out -> out.write(text.getBytes(ISO_8859_1)));
  }

  /** One that answers a GET with this body. */
  public static Elsewhere serving(String body) {
    return sending(ok(body));
  }

  static Elsewhere sending(ServerSocketFactory sockets, Answer answer) {
    return new Elsewhere(sockets, answer);
  }

  /** A plain 200. */
  public static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** From now on it answers with this body. */
  public void serve(String body) {
    answer = out -> out.write(ok(body).getBytes(ISO_8859_1));
  }

  /** From now on it sends this. */
  public void send(String text) {
    answer = out -> out.write(text.getBytes(ISO_8859_1));
  }

  /** Its port. */
  public int port() {
    return socket.getLocalPort();
  }

  /** The request lines that came in. */
  public List<String> requests() {
    return requests;
  }

  /** How many connections were opened to it, with or without a request. */
  public int connections() {
    return accepted.size();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var caller = socket.accept();
        accepted.add(caller);
        daemon(() -> answer(caller));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket caller) {
    try (caller) {
      var lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), ISO_8859_1));
      requests.add(String.valueOf(lines.readLine()));
      for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
        requests.add(line);
      }
      answer.to(caller.getOutputStream());
      caller.getOutputStream().flush();
    } catch (IOException e) {
      requests.add("broken off: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "elsewhere");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (var caller : accepted) {
        caller.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
