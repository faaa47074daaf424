package org.sallyport.platform.metrics;

import java.util.Map;

/**
 * Numbers of one meaning, told apart by their labels.
 *
 * @param type {@code counter} or {@code gauge}
 * @param help what they mean, in one line
 */
public record Family(String name, String type, String help) {

  /** Numbers that only grow, until the node is started again. */
  public static Family counter(String name, String help) {
    return new Family("sallyport_" + name, "counter", help);
  }

  /** Numbers as they are just now. */
  public static Family gauge(String name, String help) {
    return new Family("sallyport_" + name, "gauge", help);
  }

  /** One of them, which needs no label. */
  public Measure of(double value) {
    return new Measure(this, Map.of(), value);
  }

  /** One of them. */
  public Measure of(String label, String text, double value) {
    return new Measure(this, Map.of(label, text), value);
  }
}
