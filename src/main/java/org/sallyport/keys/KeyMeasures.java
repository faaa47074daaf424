package org.sallyport.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;

/** How long each key has been in use; one that outlives its time tells that rotation fails. */
@ApplicationScoped
public class KeyMeasures implements Measured {
  private static final Family AGE =
      Family.gauge("key_age_seconds", "How long the current key of a series has been in use");

  @Inject LiveKeys keys;
  @Inject Clock clock;

  @Override
  public Stream<Measure> measures() {
    var now = clock.instant();
    return keys.ring().needed().stream()
        .flatMap(s -> keys.ring().activeSince(s, now).map(since -> age(s, since, now)).stream());
  }

  private static Measure age(KeySeries series, Instant since, Instant now) {
    var labels = Map.of("purpose", series.purpose(), "algorithm", series.algorithm());
    return new Measure(AGE, labels, Duration.between(since, now).toMillis() / 1e3);
  }
}
