package org.sallyport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server on loopback that a test may slow down, stall, or cut. */
public final class FaultyLine implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private ServerSocket door;
  private volatile boolean stalled;
  private volatile long delayMillis;

  /** A line to this loopback port, in order. */
  public FaultyLine(int target) {
    this.target = target;
    this.door = opened(0);
    this.port = door.getLocalPort();
  }

  /** Its near end. */
  public int port() {
    return port;
  }

  /** Refuses new connections, and resets all that there are. */
  public synchronized void cut() {
    close(door);
    hangUp();
  }

  /** Accepts everything and passes nothing on. */
  public void stall() {
    stalled = true;
  }

  /** Passes everything on late: each way takes this much longer. */
  public void delay(long millis) {
    delayMillis = millis;
  }

  /** Is in order again; what was stalled is lost. */
  public synchronized void mend() {
    if (stalled) {
      hangUp();
    }
    stalled = false;
    delayMillis = 0;
    if (door.isClosed()) {
      door = opened(port);
    }
  }

  @Override
  public void close() {
    cut();
  }

  private ServerSocket opened(int wanted) {
    try {
      var socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 50);
      background(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket entrance) {
    while (!entrance.isClosed()) {
      try {
        connect(entrance, entrance.accept());
      } catch (IOException e) {
        // No longer open, or nobody there any more.
      }
    }
  }

  private void connect(ServerSocket entrance, Socket near) throws IOException {
    var far = new Socket(InetAddress.getLoopbackAddress(), target);
    for (var end : new Socket[] {near, far}) {
      end.setTcpNoDelay(true);
      ends.add(end);
    }
    // What was just being connected is cut like all the others.
    if (entrance.isClosed()) {
      reset(near);
      reset(far);
    }
    background(() -> copy(near, far));
    background(() -> copy(far, near));
  }

  private void copy(Socket from, Socket to) {
    var buffer = new byte[8_192];
    try {
      for (var n = from.getInputStream().read(buffer); n >= 0; ) {
        if (!stalled) {
          Thread.sleep(delayMillis);
          to.getOutputStream().write(buffer, 0, n);
        }
        n = from.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // The end of a connection is the end of its copying, however it came.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ends.remove(from);
      close(from);
      close(to);
    }
  }

  private void hangUp() {
    ends.forEach(FaultyLine::reset);
    ends.clear();
  }

  private static void reset(Socket end) {
    try {
      end.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    close(end);
  }

  private static void close(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void background(Runnable work) {
    var thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }
}
