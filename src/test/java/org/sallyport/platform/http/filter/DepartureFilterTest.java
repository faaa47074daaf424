package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;

class DepartureFilterTest {
  private static final DepartureFilter FILTER = WiredFilters.departureFilter();

  private final TestResponse response = new TestResponse();

  @Test
  @Security(66)
  void a_body_that_ends_early_is_no_fault_whatever_is_thrown() throws Exception {
    FILTER.pass(
        posted().request(),
        response.response(),
        (request, answer) -> {
          try {
            request.getInputStream().readAllBytes();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(response.status()).isEqualTo(408);
  }

  @Test
  @Security(66)
  void an_answer_that_nobody_takes_is_dropped() throws Exception {
    FILTER.pass(
        posted().request(),
        response.leaving().response(),
        (request, answer) -> {
          answer.getOutputStream().print("{}");
          answer.getOutputStream().write(new byte[] {1, 2});
          answer.flushBuffer();
          answer.getOutputStream().close();
        });
    assertThat(response.body()).isEmpty();
  }

  @Test
  void an_error_is_answered_here_and_by_no_server() throws Exception {
    FILTER.pass(
        posted().request(),
        response.response(),
        (request, answer) -> ((HttpServletResponse) answer).sendError(404, "no such file"));
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.body()).contains("<h1>").doesNotContain("no such file");
  }

  @Test
  void a_fault_of_ours_stays_one_though_the_client_has_left() {
    assertThatThrownBy(
            () ->
                FILTER.pass(
                    posted().request(),
                    response.leaving().response(),
                    (request, answer) -> {
                      answer.flushBuffer();
                      throw new IllegalStateException("a fault");
                    }))
        .hasMessage("a fault");
  }

  @Test
  void an_exception_of_another_stream_is_no_departure() {
    assertThatThrownBy(
            () ->
                FILTER.pass(
                    posted().request(),
                    response.response(),
                    (request, answer) -> {
                      throw new IOException("the disk");
                    }))
        .hasMessage("the disk");
  }

  private static TestRequest posted() {
    return new TestRequest("POST", "/login").answering("getInputStream", new Broken());
  }

  private static final class Broken extends ServletInputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("Connection reset");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("this test reads and waits");
    }
  }
}
