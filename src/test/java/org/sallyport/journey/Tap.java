package org.sallyport.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire between the product and its database, which a test may cut or stall. */
public final class Tap {
  private final ServerSocket door;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private volatile boolean stalled;

  /** A wire to this loopback port. */
  public Tap(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    background(this::accept);
  }

  /** Its near end. */
  public int port() {
    return door.getLocalPort();
  }

  /** Ends all connections and refuses new ones. */
  public void cut() {
    cut = true;
    open.forEach(Tap::close);
  }

  /** Lets nothing through any more, and says nothing of it. */
  public void stall() {
    stalled = true;
  }

  /** Mends it; what was stalled is lost. */
  public void mend() {
    if (stalled) {
      open.forEach(Tap::close);
    }
    stalled = false;
    cut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var near = door.accept();
        if (cut) {
          close(near);
        } else {
          connect(near);
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    open.add(near);
    background(
        () -> {
          try (near;
              var far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(far);
            background(() -> copy(far, near));
            copy(near, far);
          } catch (IOException e) {
            close(near);
          }
        });
  }

  private void copy(Socket from, Socket to) {
    var buffer = new byte[8_192];
    try {
      for (var n = from.getInputStream().read(buffer); n >= 0; ) {
        if (!stalled) {
          to.getOutputStream().write(buffer, 0, n);
        }
        n = from.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // The end of a connection is the end of its copying, however it came.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void background(Runnable work) {
    var thread = new Thread(work, "tap");
    thread.setDaemon(true);
    thread.start();
  }
}
