package org.sallyport.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A line to a server on this machine that can be cut, or stalled: alive, but passing nothing on.
 */
final class FaultyLine implements AutoCloseable {
  private final int server;
  private final ServerSocket entrance;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean stalled;
  private volatile boolean cut;

  FaultyLine(int server) throws IOException {
    this.server = server;
    entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void stall() {
    stalled = true;
  }

  void cut() {
    cut = true;
    ends.forEach(FaultyLine::hangUp);
    ends.clear();
  }

  /** What was held back is lost with its connections, as when a network comes back. */
  void mend() {
    ends.forEach(FaultyLine::hangUp);
    ends.clear();
    stalled = false;
    cut = false;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
    threads.shutdownNow();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException e) {
        if (!entrance.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket near) throws IOException {
    if (cut) {
      near.close();
      return;
    }
    var far = new Socket(InetAddress.getLoopbackAddress(), server);
    ends.add(near);
    ends.add(far);
    threads.execute(() -> pump(near, far));
    threads.execute(() -> pump(far, near));
  }

  private void pump(Socket from, Socket to) {
    var buffer = new byte[8_192];
    try {
      for (int n = from.getInputStream().read(buffer); n >= 0; ) {
        if (!stalled) {
          to.getOutputStream().write(buffer, 0, n);
          to.getOutputStream().flush();
        }
        n = from.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // The line was cut: that ends both directions.
    } finally {
      hangUp(from);
      hangUp(to);
    }
  }

  private static void hangUp(Socket end) {
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
