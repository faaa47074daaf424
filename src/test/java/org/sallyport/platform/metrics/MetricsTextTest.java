package org.sallyport.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
  @Test
  void each_family_stands_in_one_place_with_its_help_and_type() {
    var requests = Family.counter("requests_total", "Requests by endpoint");
    var pool = Family.gauge("pool", "Connections");
    assertThat(
            MetricsText.of(
                Stream.of(
                    requests.of("endpoint", "/oauth2/token", 3),
                    pool.of(0.5),
                    requests.of("endpoint", "/login", 12_345_678))))
        .isEqualTo(
            """
            # HELP sallyport_pool Connections
            # TYPE sallyport_pool gauge
            sallyport_pool 0.5
            # HELP sallyport_requests_total Requests by endpoint
            # TYPE sallyport_requests_total counter
            sallyport_requests_total{endpoint="/login"} 12345678
            sallyport_requests_total{endpoint="/oauth2/token"} 3
            """);
  }

  @Test
  void no_value_of_a_label_ends_it() {
    var odd = Family.gauge("odd", "Odd").of("label", "a\"b\\c\nd", 1);
    assertThat(MetricsText.of(Stream.of(odd)))
        .endsWith("sallyport_odd{label=\"a\\\"b\\\\c\\nd\"} 1\n");
  }

  @Test
  void a_tally_adds_up_by_labels() {
    var tally = new Tally(Family.counter("events_total", "Events"));
    tally.count(Map.of("event", "a", "kind", "x"));
    tally.count(Map.of("kind", "x", "event", "a"));
    tally.add(Map.of("event", "b", "kind", "x"), 0.25);
    assertThat(MetricsText.of(tally.measures()))
        .contains("sallyport_events_total{event=\"a\",kind=\"x\"} 2\n")
        .contains("sallyport_events_total{event=\"b\",kind=\"x\"} 0.25\n");
  }
}
