package org.sallyport.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.Security;

/** A client that leaves, in whatever way, costs a line of the log and is no fault of the server. */
class ClientLeavesIT {
  private static final int MOST_CHARACTERS = 500;
  private static final int PIPELINED = 10;
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final Pattern FAULTS = Pattern.compile("requests_total\\{.*status=\"5.*} .*");

  private final Server server = Server.withDemo();
  private final String host = "Host: " + URI.create(server.issuer()).getAuthority() + "\r\n";

  @ParameterizedTest
  @Security(66)
  @MethodSource("org.sallyport.journey.Doors#paths")
  void a_body_that_does_not_come_whole_is_a_line(String path) {
    leaveBodies(path);
  }

  @Test
  @Security(66)
  void at_all_other_doors_who_leaves_costs_no_more() {
    for (var path : Doors.others()) {
      leaveBodies(path);
      leaveAnswers(path);
    }
  }

  private void leaveBodies(String path) {
    var head = "POST " + path + " HTTP/1.1\r\n" + host + FORM;
    var whole = head + "Content-Length: 999\r\n\r\ngrant_type=x";
    var chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    costOneLineEach(
        List.of(
            wire -> leaves(wire, whole),
            wire -> finishes(wire, whole),
            wire -> leaves(wire, chunked + "9\r\ngrant"),
            wire -> leaves(wire, chunked),
            wire -> finishes(wire, chunked + "zz\r\ngrant_type=x\r\n0\r\n\r\n"),
            wire -> finishes(wire, chunked + "-1\r\ngrant_type=x\r\n0\r\n\r\n")));
  }

  @ParameterizedTest
  @Security(66)
  @MethodSource("org.sallyport.journey.Doors#paths")
  void an_answer_that_nobody_takes_is_no_line_more(String path) {
    leaveAnswers(path);
  }

  private void leaveAnswers(String path) {
    var request = "GET " + path + " HTTP/1.1\r\n" + host + "\r\n";
    costOneLineEach(List.of(wire -> leaves(wire, request.repeat(PIPELINED))));
  }

  private void costOneLineEach(List<Consumer<Wire>> leaving) {
    var faults = faults();
    var log = NewLines.of(server);
    for (var way : leaving) {
      try (var wire = new Wire(server, Duration.ofMillis(300))) {
        way.accept(wire);
      }
    }
    var text = log.text();
    assertThat(log.stackTrace()).as(text).isEmpty();
    assertThat(text).doesNotContain("event=faulted");
    assertThat(text.length()).as(text).isLessThan(PIPELINED * MOST_CHARACTERS);
    assertThat(faults()).isEqualTo(faults);
  }

  private static void leaves(Wire wire, String request) {
    wire.send(request);
    pause();
    wire.reset();
  }

  private static void finishes(Wire wire, String request) {
    wire.send(request);
    wire.finish();
    assertThat(Wire.status(wire.receive())).isLessThan(500);
  }

  // Long enough for the server to have begun to read.
  private static void pause() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> faults() {
    var reader = new Browser(server).sending("Authorization", "Bearer " + Nodes.METRICS_TOKEN);
    var metrics = reader.get(server.url("/metrics"));
    assertThat(metrics.status()).as(metrics.toString()).isEqualTo(200);
    return metrics.body().lines().filter(line -> FAULTS.matcher(line).find()).toList();
  }
}
