package org.sallyport.platform.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;

/** Adds up what happens; its labels have to be few, since each combination is kept. */
public final class Tally {
  private final Family family;
  private final Map<Map<String, String>, DoubleAdder> sums = new ConcurrentHashMap<>();

  /** A tally of these. */
  public Tally(Family family) {
    this.family = family;
  }

  /** Adds one. */
  public void count(Map<String, String> labels) {
    add(labels, 1);
  }

  /** Adds so much. */
  public void add(Map<String, String> labels, double amount) {
    sums.computeIfAbsent(labels, l -> new DoubleAdder()).add(amount);
  }

  /** The sums so far. */
  public Stream<Measure> measures() {
    return sums.entrySet().stream().map(e -> new Measure(family, e.getKey(), e.getValue().sum()));
  }
}
