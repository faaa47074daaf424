package org.sallyport.platform.mail.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets to the mail server, and can close the last one from another thread: a mail
 * server that sends a byte now and then would never meet a time-out. TLS is laid over them.
 */
final class Sockets extends SocketFactory {
  private static final Logger LOG = Logger.getLogger(Sockets.class.getName());

  private volatile @Nullable Socket last;

  @Override
  public Socket createSocket() {
    var made = new Socket();
    last = made;
    return made;
  }

  /** Closes the last one; whoever waits for it gets an {@link IOException}. */
  void abort() {
    var open = last;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "The connection to the mail server was closed already", e);
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unconnected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress here, int localPort) {
    throw unconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw unconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress here, int localPort) {
    throw unconnected();
  }

  // The library connects them itself, within its time-out.
  private static UnsupportedOperationException unconnected() {
    return new UnsupportedOperationException("sockets are made unconnected");
  }
}
