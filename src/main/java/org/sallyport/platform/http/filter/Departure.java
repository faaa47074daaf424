package org.sallyport.platform.http.filter;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Notices that the client of one exchange has left, and drops what is written to it then. */
final class Departure {
  private final Errors errors;
  private boolean unread;
  private boolean untaken;

  /** With what answers an error; the server itself would log that nobody takes its error page. */
  Departure(Errors errors) {
    this.errors = errors;
  }

  /** Answers an error. */
  interface Errors {
    /** Sends the answer of this status. */
    void send(HttpServletResponse response, int status) throws IOException;
  }

  /** Whether reading or writing has failed. */
  boolean happened() {
    return unread || untaken;
  }

  /** The request, watched. */
  HttpServletRequest watch(HttpServletRequest request) {
    return new WatchedRequest(request);
  }

  /** The response, watched. */
  HttpServletResponse watch(HttpServletResponse response) {
    return new WatchedResponse(response);
  }

  /** What writes to the client. */
  private interface Writing {
    void run() throws IOException;
  }

  private void write(Writing writing) {
    if (untaken) {
      return;
    }
    try {
      writing.run();
    } catch (IOException e) {
      untaken = true;
    }
  }

  private final class WatchedRequest extends HttpServletRequestWrapper {
    private @Nullable ServletInputStream input;

    WatchedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      var known = input == null ? new Input(super.getInputStream()) : input;
      input = known;
      return known;
    }
  }

  private final class WatchedResponse extends HttpServletResponseWrapper {
    private @Nullable ServletOutputStream output;

    WatchedResponse(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      var known = output == null ? new Output(super.getOutputStream()) : output;
      output = known;
      return known;
    }

    @Override
    public void flushBuffer() {
      write(super::flushBuffer);
    }

    @Override
    public void sendError(int status) {
      write(
          () -> {
            resetBuffer();
            errors.send(this, status);
          });
    }

    @Override
    public void sendError(int status, String message) {
      sendError(status);
    }

    @Override
    public void sendRedirect(String location) {
      write(() -> super.sendRedirect(location));
    }
  }

  private final class Input extends ServletInputStream {
    private final ServletInputStream input;

    Input(ServletInputStream input) {
      this.input = input;
    }

    @Override
    public int read() throws IOException {
      try {
        return input.read();
      } catch (IOException e) {
        unread = true;
        throw e;
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return input.read(bytes, offset, length);
      } catch (IOException e) {
        unread = true;
        throw e;
      }
    }

    @Override
    public int available() throws IOException {
      return input.available();
    }

    @Override
    public void close() throws IOException {
      input.close();
    }

    @Override
    public boolean isFinished() {
      return input.isFinished();
    }

    @Override
    public boolean isReady() {
      return input.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      input.setReadListener(listener);
    }
  }

  private final class Output extends ServletOutputStream {
    private final ServletOutputStream output;

    Output(ServletOutputStream output) {
      this.output = output;
    }

    @Override
    public void write(int b) {
      Departure.this.write(() -> output.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      Departure.this.write(() -> output.write(bytes, offset, length));
    }

    @Override
    public void flush() {
      Departure.this.write(output::flush);
    }

    @Override
    public void close() {
      Departure.this.write(output::close);
    }

    @Override
    public boolean isReady() {
      return output.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      output.setWriteListener(listener);
    }
  }
}
