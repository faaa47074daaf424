package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.metrics.MetricsText;

class TrafficTest {
  @Test
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  void requests_are_counted_by_endpoint_and_status_and_strangers_cannot_add_any() {
    var traffic = new Traffic();
    traffic.served = new ServedPaths();
    traffic.served.know(
        Map.of("/oauth2/token", Set.of("POST"), "/login", Set.of("GET"), "/assets/*", Set.of()),
        Map.of());
    traffic.answered("/oauth2/token", 200, Duration.ofMillis(250));
    traffic.answered("/oauth2/token", 200, Duration.ofMillis(250));
    traffic.answered("/oauth2/token", 400, Duration.ZERO);
    traffic.answered("/assets/mark.svg", 200, Duration.ZERO);
    for (var i = 0; i < 1_000; i++) {
      traffic.answered("/nonsense" + i, 404, Duration.ZERO);
    }
    assertThat(MetricsText.of(traffic.measures()))
        .contains("requests_total{endpoint=\"/oauth2/token\",status=\"200\"} 2\n")
        .contains("requests_total{endpoint=\"/oauth2/token\",status=\"400\"} 1\n")
        .contains("requests_total{endpoint=\"/assets\",status=\"200\"} 1\n")
        .contains("requests_total{endpoint=\"other\",status=\"404\"} 1000\n")
        .contains("request_seconds_total{endpoint=\"/oauth2/token\"} 0.5\n")
        .doesNotContain("nonsense");
  }
}
