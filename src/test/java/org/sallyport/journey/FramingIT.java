package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/**
 * Requests whose end two readers may see in different places: they are refused, or, where the
 * server hides from us what is wrong, nothing after them in the connection counts as a request.
 */
@Spec("RFC 9112 §6.3")
class FramingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String FORM = "grant_type=client_credentials&scope=notes.read";
  private static final String CHUNKS = chunks("\r\n", "\r\n", "\r\n");
  private static final String LENGTH = "Content-Length: " + FORM.length();
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private final Server server = Server.onH2();
  private final Application service = Application.svc(server);
  private final String host = "Host: " + URI.create(server.issuer()).getAuthority();

  /** How a server answers a length after chunks, before them, and two lengths that differ. */
  private record Row(int lengthAfter, int lengthBefore, int lengths) {
    // As docs/operate.md says.
    static Row of(String kind) {
      return switch (kind) {
        case "wildfly" -> new Row(400, 400, 400);
        case "payara-micro", "payara-server", "glassfish" -> new Row(400, 200, 400);
        case "liberty" -> new Row(200, 200, 200);
        default -> throw new IllegalArgumentException(kind);
      };
    }
  }

  @Test
  void what_ends_in_one_place_is_answered_as_usual() {
    assertThat(answers(LENGTH, FORM)).containsExactly(200, 404);
    assertThat(answers(CHUNKED, CHUNKS)).containsExactly(200);
  }

  @Test
  @Security(66)
  void each_server_answers_as_its_row_says() {
    var row = Row.of(System.getProperty("server", "payara-micro"));
    assertThat(answers(CHUNKED + "\r\n" + LENGTH, CHUNKS)).containsExactly(row.lengthAfter());
    assertThat(answers(LENGTH + "\r\n" + CHUNKED, CHUNKS)).containsExactly(row.lengthBefore());
    var other = LENGTH + "\r\nContent-Length: 3";
    assertThat(answers(other, FORM)).containsExactly(row.lengths());
  }

  static List<String> refused() {
    return List.of(
        LENGTH + "\r\n" + LENGTH,
        CHUNKED + "\r\n" + CHUNKED,
        CHUNKED + "\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: identity\r\n" + CHUNKED,
        CHUNKED + ", chunked",
        CHUNKED + ", identity",
        CHUNKED + ";q=1",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: ",
        "Transfer-Encoding: \u000bchunked",
        "Transfer-Encoding: \"chunked\"",
        LENGTH + "\r\nTransfer-Encoding: xchunked",
        LENGTH + "\r\nTransfer-Encoding: identity",
        "Content-Length: 18446744073709551700");
  }

  @ParameterizedTest
  @MethodSource("refused")
  @Security(66)
  void what_has_two_ends_is_refused_everywhere(String headers) {
    for (var body : List.of(FORM, CHUNKS)) {
      assertThat(answers(headers, body)).as(headers).containsExactly(400);
    }
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(strings = {"+%d", "-%d", "0x%d", "%d.0", "%d;", "%1$d, %1$d", "%1$d,%1$d", ""})
  void a_length_that_is_no_number_is_the_last_of_its_connection(String length) {
    var header = "Content-Length: " + String.format(length, FORM.length());
    assertThat(answers(header, FORM)).as(header).hasSizeLessThan(2).doesNotContain(200);
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(
      strings = {
        "Transfer-Encoding : chunked",
        "Transfer-Encoding\t: chunked",
        "Transfer-Encoding:\r\n chunked",
        "X-A: b\r\n Transfer-Encoding: chunked",
        "X-A: b\rTransfer-Encoding: chunked",
        "X-A: b\nTransfer-Encoding: chunked"
      })
  void an_encoding_that_is_written_otherwise_is_the_last_of_its_connection(String header) {
    assertThat(answers(header, CHUNKS)).as(header).hasSizeLessThan(2);
  }

  @ParameterizedTest
  @Security(66)
  @MethodSource("oddChunks")
  void nothing_counts_after_chunks(String chunks) {
    assertThat(answers(CHUNKED, chunks)).as(chunks).hasSizeLessThan(2).allMatch(s -> s < 500);
  }

  static List<String> oddChunks() {
    var size = Integer.toHexString(FORM.length());
    var end = "\r\n" + FORM + "\r\n0\r\n\r\n";
    return List.of(
        chunks("\n", "\r\n", "\r\n"),
        chunks("\r\n", "\n", "\r\n"),
        chunks("\r\n", "\r\n", "\n"),
        chunks("\n", "\n", "\n"),
        chunks("\r", "\r\n", "\r\n"),
        chunks("\r\n", "", "\r\n"),
        chunks("\r\n", "XY", "\r\n"),
        size + ";a=b" + end,
        size + ";a=\nb" + end,
        size + ";\n" + FORM + "\r\n0\r\n\r\n",
        " " + size + end,
        size + " " + end,
        "+" + size + end,
        "-" + size + end,
        "0x" + size + end,
        "100000000" + size + end,
        "10000000000000000" + size + end,
        "_" + size + end,
        end,
        size + "\r\n" + FORM + "\r\n0\r\nContent-Length: 3\r\nHost: evil.test\r\n\r\n");
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(
      strings = {
        "/oauth2/jwks",
        "/login",
        "/nowhere",
        "/a//b",
        "/assets/sallyport.css",
        "/health/live"
      })
  void it_is_the_same_wherever_it_is_sent(String path) {
    var both = LENGTH + "\r\n" + CHUNKED;
    for (var method : List.of("GET", "POST", "HEAD", "PUT", "DELETE")) {
      assertThat(answers(method + " " + path, both, CHUNKS)).as(method + path).hasSizeLessThan(2);
      var twice = LENGTH + "\r\n" + LENGTH;
      assertThat(answers(method + " " + path, twice, FORM)).as(method + path).containsExactly(400);
    }
  }

  @ParameterizedTest
  @Security(66)
  @ValueSource(strings = {"CONNECT", "PROPFIND", "trace"})
  void the_body_of_a_method_that_is_not_served_is_no_request(String method) {
    assertThat(answers(method + " /login", LENGTH, FORM)).as(method).hasSizeLessThan(2);
    assertThat(answers(method + " /login", CHUNKED, CHUNKS)).as(method).hasSizeLessThan(2);
  }

  private static String chunks(String afterSize, String afterData, String last) {
    var size = Integer.toHexString(FORM.length());
    return size + afterSize + FORM + afterData + "0" + last + last;
  }

  private List<Integer> answers(String headers, String body) {
    return answers("POST /oauth2/token", headers, body);
  }

  /** The statuses of this request and of one that follows it at once in the same connection. */
  private List<Integer> answers(String line, String headers, String body) {
    try (var wire = new Wire(server, PATIENCE)) {
      wire.send(line + " HTTP/1.1\r\n" + host + "\r\n" + headers);
      wire.send("\r\nAuthorization: " + Application.basic(service.id(), service.secret()));
      wire.send("\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + body);
      wire.send("GET /nowhere HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
      return Wire.statuses(wire.receive());
    }
  }
}
