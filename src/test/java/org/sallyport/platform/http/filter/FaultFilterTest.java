package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.runtime.PassingFault;

class FaultFilterTest {
  private static final RequestFilter FILTER = WiredFilters.faultFilter();

  private final TestResponse response = new TestResponse();

  @Test
  @Security(66)
  void a_fault_that_passes_is_answered_here_and_by_no_server() throws Exception {
    pass(
        (request, answer) -> {
          ((HttpServletResponse) answer).setHeader("Set-Cookie", "begun=yes");
          throw new ServletException(new PassingFault("too many at once"));
        });
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.header("Retry-After")).hasSize(1);
    assertThat(response.header("X-Frame-Options")).containsExactly("DENY");
    assertThat(response.header("Set-Cookie")).isEmpty();
    assertThat(response.body()).contains("<h1>").doesNotContain("too many at once");
  }

  @Test
  void any_other_fault_is_the_servers_to_tell() {
    var fault = new IllegalStateException("a fault");
    assertThatThrownBy(
            () ->
                pass(
                    (request, answer) -> {
                      throw fault;
                    }))
        .isSameAs(fault);
  }

  @Test
  void an_answer_that_has_begun_cannot_be_another() {
    response.begun();
    assertThatThrownBy(
            () ->
                pass(
                    (request, answer) -> {
                      throw new PassingFault("too late");
                    }))
        .hasMessage("too late");
  }

  private void pass(FilterChain chain) throws Exception {
    var request = new TestRequest("POST", "/login").request();
    FILTER.pass(request, response.response(), chain);
  }
}
