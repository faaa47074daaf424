package org.sallyport.platform.outgoing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A connection that a peer cannot keep open by sending a little now and then. */
final class TimedSocket extends Socket {
  private final Deadline deadline;

  TimedSocket(Deadline deadline) {
    this.deadline = deadline;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Timed(super.getInputStream());
  }

  private final class Timed extends FilterInputStream {
    Timed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      setSoTimeout(deadline.left());
      return super.read();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      setSoTimeout(deadline.left());
      return super.read(into, from, most);
    }
  }
}
