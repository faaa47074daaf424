package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.http.WiredResponses;
import org.sallyport.platform.http.body.RequestBodies;
import org.sallyport.platform.page.WiredPages;

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

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "post"})
  @Security(138)
  void a_form_comes_by_post_only(String method) throws Exception {
    var sent = new TestRequest(method, "/login");
    var states = new String[] {"stateless"};
    assertThat(status(sent.answering("getParameterValues", states))).isEqualTo(400);
  }

  @Test
  @Security(138)
  void a_form_comes_in_the_body_only() throws Exception {
    var sent = posted("stateless").answering("getQueryString", "username=alice");
    assertThat(status(sent)).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "https://id.test, same-origin",
    "https://id.test, none",
    "https://id.test,",
    "null, same-origin",
    ", same-origin",
    ",",
  })
  @Spec({"Fetch §3.2", "Fetch Metadata §2.1"})
  void a_form_of_our_own_pages_passes(String origin, String site) throws Exception {
    assertThat(status(from(origin, site))).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.test, cross-site",
    "https://evil.test,",
    "https://evil.test, same-origin",
    "https://evil.test, none",
    "http://id.test,",
    "https://id.test:8443,",
    "https://id.test.evil.test,",
    "https://sub.id.test, same-site",
    "https://id.test, same-site",
    "https://id.test, cross-site",
    "null, cross-site",
    "null,",
    ", cross-site",
    ", same-site",
    ", Same-Origin",
    "'',",
    ", ''",
    "'https://id.test, https://evil.test',",
    "'https://id.test\nhttps://evil.test',",
    "https://id.test, 'same-origin\ncross-site'",
  })
  @Security(138)
  @Spec({"Fetch §3.2", "Fetch Metadata §2.1"})
  void a_form_of_another_site_is_refused(String origin, String site) throws Exception {
    assertThat(status(from(origin, site))).isEqualTo(403);
  }

  @Test
  void what_applications_post_is_theirs() throws Exception {
    var sent = new TestRequest("POST", "/oauth2/authorize").header("Origin", "https://app.test");
    assertThat(status(sent.header("Sec-Fetch-Site", "cross-site"))).isEqualTo(200);
  }

  @Test
  @Security(154)
  void what_jax_rs_reads_shows_the_server_no_parameters() throws Exception {
    var seen = new ArrayList<ServletRequest>();
    var token =
        new TestRequest("POST", "/oauth2/token")
            .answering("getParameter", "secret")
            .answering("getParameterNames", Collections.enumeration(List.of("client_secret")));
    new PageFormFilter()
        .pass(token.request(), new TestResponse().response(), (q, a) -> seen.add(q));
    assertThat(Collections.list(seen.get(0).getParameterNames())).isEmpty();
    assertThat(seen.get(0).getParameterMap()).isEmpty();
    assertThat(seen.get(0).getParameter("client_secret")).isNull();
  }

  @Test
  @Security(66)
  void a_form_that_does_not_come_whole_is_refused_and_no_fault() throws Exception {
    var left = new IllegalStateException(new IOException("the client has left"));
    var form = new TestRequest("POST", "/login").answering("getParameterMap", left);
    assertThat(status(form)).isEqualTo(408);
  }

  @Test
  @Security(38)
  void a_form_that_the_server_cannot_read_is_refused_and_no_fault() throws Exception {
    var malformed = new IllegalArgumentException("%ZZ");
    var form = new TestRequest("POST", "/login").answering("getParameterMap", malformed);
    assertThat(status(form)).isEqualTo(400);
  }

  private static TestRequest from(@Nullable String origin, @Nullable String site) {
    var request = posted("stateless");
    Optional.ofNullable(origin).ifPresent(o -> request.header("Origin", o));
    Optional.ofNullable(site).ifPresent(s -> request.header("Sec-Fetch-Site", s));
    return request;
  }

  private static TestRequest posted(String state) {
    return new TestRequest("POST", "/login").answering("getParameterValues", new String[] {state});
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  private static int status(TestRequest request) throws IOException, ServletException {
    var filter = new PageFormFilter();
    filter.settings = WiredPages.SECURE;
    filter.audit = new Audit();
    filter.page = WiredPages.page();
    filter.bodies = new RequestBodies();
    filter.answers = WiredResponses.problems();
    var response = new TestResponse();
    var passed = new AtomicBoolean();
    filter.pass(request.request(), response.response(), (q, a) -> passed.set(true));
    return passed.get() ? 200 : response.status();
  }
}
