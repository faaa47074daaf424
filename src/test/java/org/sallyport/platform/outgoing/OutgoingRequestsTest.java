package org.sallyport.platform.outgoing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;

/** Where the server lets itself be sent, and what it puts up with there. */
class OutgoingRequestsTest {
  private static final String ACCEPT = "application/json";

  @Test
  void it_brings_what_is_there() throws IOException {
    try (var there = Elsewhere.serving("{\"keys\":[]}")) {
      var uri = URI.create("http://keys.test:" + there.port() + "/a%20b?c=d");
      var got = TestOutgoing.allowing("keys.test").get(uri, ACCEPT);
      assertThat(new String(got, ISO_8859_1)).isEqualTo("{\"keys\":[]}");
      assertThat(there.requests())
          .startsWith("GET /a%20b?c=d HTTP/1.1", "Host: keys.test:" + there.port());
    }
  }

  @Test
  void it_puts_chunks_together() throws IOException {
    var chunks = "5;x=y\r\nhello\r\n1\r\n!\r\n0\r\n\r\n";
    try (var there = Elsewhere.sending(head("Transfer-Encoding: chunked") + chunks)) {
      assertThat(new String(get(there), ISO_8859_1)).isEqualTo("hello!");
    }
  }

  @Test
  void it_takes_a_body_that_ends_with_the_connection() throws IOException {
    try (var there = Elsewhere.sending("HTTP/1.1 200 OK\r\n\r\nall of it")) {
      assertThat(new String(get(there), ISO_8859_1)).isEqualTo("all of it");
    }
  }

  @ParameterizedTest
  @Security(126)
  @ValueSource(
      strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "0.0.0.0"})
  void a_name_that_leads_to_a_private_address_is_not_followed(String address) {
    try (var there = Elsewhere.serving("secret")) {
      var outgoing = TestOutgoing.of("", address);
      var uri = URI.create("https://innocent.test:" + there.port() + "/");
      assertThatThrownBy(() -> outgoing.get(uri, ACCEPT))
          .isInstanceOf(FetchRefused.class)
          .hasMessageContaining("public Internet");
      assertThat(there.connections()).isZero();
    }
  }

  @Test
  @Security(126)
  void one_private_address_among_public_ones_is_enough_to_refuse() {
    try (var there = Elsewhere.serving("secret")) {
      var outgoing = TestOutgoing.of("", "8.8.8.8", "127.0.0.1");
      var uri = URI.create("https://mixed.test:" + there.port() + "/");
      assertThatThrownBy(() -> outgoing.get(uri, ACCEPT)).isInstanceOf(FetchRefused.class);
      assertThat(there.connections()).isZero();
    }
  }

  @ParameterizedTest
  @Security(126)
  @ValueSource(
      strings = {
        "http://8.8.8.8/",
        "file:///etc/passwd",
        "gopher://8.8.8.8/",
        "ftp://8.8.8.8/",
        "jar:https://8.8.8.8/x!/y",
        "//8.8.8.8/",
        "/path",
        "https:/path",
        "https://user@8.8.8.8/",
        "https://8.8.8.8/#part",
        "HTTPS://8.8.8.8/"
      })
  void only_https_is_spoken_with_others(String uri) {
    var outgoing = TestOutgoing.of("", "8.8.8.8");
    assertThat(outgoing.destinations().objection(URI.create(uri))).isPresent();
    assertThatThrownBy(() -> outgoing.get(URI.create(uri), ACCEPT))
        .isInstanceOf(FetchRefused.class);
  }

  @Test
  void a_host_is_allowed_for_its_port_alone_if_the_setting_says_so() {
    try (var there = Elsewhere.serving("ok")) {
      var outgoing = TestOutgoing.allowing("other.test, keys.test:" + there.port());
      assertThat(outgoing.destinations().objection(URI.create("http://keys.test:" + there.port())))
          .isEmpty();
      assertThat(outgoing.destinations().objection(URI.create("http://keys.test"))).isPresent();
      assertThat(outgoing.destinations().objection(URI.create("http://other.test:81/"))).isEmpty();
    }
  }

  @ParameterizedTest
  @Security(127)
  @ValueSource(
      strings = {
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n+5\r\nhello\r\n0\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "",
        "\u0016\u0003\u0001"
      })
  void anything_but_a_plain_answer_is_refused(String answer) {
    try (var there = Elsewhere.sending(answer)) {
      refused(there);
      assertThat(there.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @Security(127)
  @ValueSource(strings = {"Connection: close", "Transfer-Encoding: chunked"})
  void a_body_without_end_is_broken_off(String header) {
    var chunk =
        header.startsWith("T") ? "1000\r\n" + "x".repeat(4_096) + "\r\n" : "x".repeat(4_096);
    try (var there =
        Elsewhere.sending(
            ServerSocketFactory.getDefault(),
            out -> {
              out.write(head(header).getBytes(ISO_8859_1));
              while (true) {
                out.write(chunk.getBytes(ISO_8859_1));
              }
            })) {
      refused(there).hasMessageContaining("65536");
    }
  }

  @Test
  @Security(127)
  void headers_without_end_are_broken_off() {
    try (var there = Elsewhere.sending(head("X: y\r\n".repeat(200) + "Z: z"))) {
      refused(there).hasMessageContaining("too many headers");
    }
  }

  @Test
  @Security(127)
  void a_host_that_answers_a_byte_a_second_is_left_after_three() {
    try (var there =
        Elsewhere.sending(
            ServerSocketFactory.getDefault(),
            out -> {
              out.write(head("Content-Length: 1000").getBytes(ISO_8859_1));
              while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(200);
              }
            })) {
      var before = System.nanoTime();
      assertThatThrownBy(() -> get(there)).isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private static String head(String header) {
    return "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n";
  }

  private static byte[] get(Elsewhere there) throws IOException {
    var uri = URI.create("http://keys.test:" + there.port() + "/jwks");
    return TestOutgoing.allowing("keys.test").get(uri, ACCEPT);
  }

  private static AbstractThrowableAssert<?, ?> refused(Elsewhere there) {
    return assertThatThrownBy(() -> get(there)).isInstanceOf(IOException.class);
  }
}
