package org.sallyport.platform.http.filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.metrics.Tally;

/** How many requests were answered, with which status, and how long that took. */
@ApplicationScoped
public class Traffic implements Measured {
  private static final String ENDPOINT = "endpoint";

  private final Tally requests =
      new Tally(Family.counter("requests_total", "Requests by endpoint and status"));
  private final Tally seconds =
      new Tally(Family.counter("request_seconds_total", "Time that requests took, by endpoint"));

  @Inject ServedPaths served;

  /** Counts a request for this path. */
  void answered(String path, int status, Duration took) {
    // Nobody can have us count others.
    var endpoint = served.endpoint(path).orElse("other");
    requests.count(Map.of(ENDPOINT, endpoint, "status", Integer.toString(status)));
    seconds.add(Map.of(ENDPOINT, endpoint), took.toNanos() / 1e9);
  }

  @Override
  public Stream<Measure> measures() {
    return Stream.concat(requests.measures(), seconds.measures());
  }
}
