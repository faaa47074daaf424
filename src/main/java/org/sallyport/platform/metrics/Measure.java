package org.sallyport.platform.metrics;

import java.util.Map;

/** One number. */
public record Measure(Family family, Map<String, String> labels, double value) {
  public Measure {
    labels = Map.copyOf(labels);
  }
}
