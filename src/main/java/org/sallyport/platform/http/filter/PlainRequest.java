package org.sallyport.platform.http.filter;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request whose offer to change the protocol is passed over: its body ends where its
 * Content-Length says. Payara and GlassFish take all that follows an offer for its body.
 */
final class PlainRequest extends HttpServletRequestWrapper {
  private @Nullable ServletInputStream body;

  PlainRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      var whole = super.getInputStream();
      var length = getContentLengthLong();
      body = length < 0 ? whole : new Limited(whole, length);
    }
    return body;
  }

  private static final class Limited extends ServletInputStream {
    private final ServletInputStream whole;
    private long left;

    Limited(ServletInputStream whole, long length) {
      this.whole = whole;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      var read = whole.read();
      left = read < 0 ? 0 : left - 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
      if (left == 0) {
        return length == 0 ? 0 : -1;
      }
      var read = whole.read(buffer, start, (int) Math.min(length, left));
      left = read < 0 ? 0 : left - read;
      return read;
    }

    @Override
    public boolean isFinished() {
      return left == 0 || whole.isFinished();
    }

    @Override
    public boolean isReady() {
      return left == 0 || whole.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is read by the thread of its request");
    }
  }
}
