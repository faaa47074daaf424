package org.sallyport.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;

class PageFormFilterTest {
  @Test
  void a_form_of_ours_passes_and_so_does_a_page_that_is_asked_for() throws Exception {
    assertThat(status(new TestRequest("GET", "/login"))).isEqualTo(200);
    assertThat(status(posted("stateless"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "Stateless", "rO0ABXVyABM="})
  @Security(138)
  void a_state_that_no_page_of_ours_has_is_not_even_decoded(String state) throws Exception {
    assertThat(status(posted(state))).isEqualTo(400);
    var asked = new TestRequest("GET", "/login");
    assertThat(status(asked.answering("getParameterValues", new String[] {state}))).isEqualTo(400);
  }

  @Test
  void what_jax_rs_reads_is_left_alone() throws Exception {
    var token = new TestRequest("POST", "/oauth2/token");
    assertThat(status(token.answering("getParameterValues", new String[] {"x"}))).isEqualTo(200);
    var request = new TestRequest("POST", "/oauth2/authorize");
    assertThat(status(request.answering("getParameterValues", new String[] {"x"}))).isEqualTo(200);
  }

  private static TestRequest posted(String state) {
    return new TestRequest("POST", "/login").answering("getParameterValues", new String[] {state});
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  private static int status(TestRequest request) throws IOException, ServletException {
    var filter = new PageFormFilter();
    filter.bodies = new Bodies();
    filter.answers = Wired.answers();
    var response = new TestResponse();
    var passed = new AtomicBoolean();
    filter.pass(request.request(), response.response(), (q, a) -> passed.set(true));
    return passed.get() ? 200 : response.status();
  }
}
