package org.sallyport.platform.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measures in the text format of Prometheus, version 0.0.4. */
public final class MetricsText {
  /** Its media type. */
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private MetricsText() {}

  /** All of them, each family in one place. */
  public static String of(Stream<Measure> measures) {
    var families = new TreeMap<Family, List<Measure>>(Comparator.comparing(Family::name));
    families.putAll(measures.collect(groupingBy(Measure::family, toList())));
    return families.entrySet().stream()
        .map(e -> family(e.getKey(), e.getValue()))
        .collect(joining());
  }

  private static String family(Family family, List<Measure> measures) {
    return "# HELP %s %s\n# TYPE %s %s\n"
            .formatted(family.name(), family.help(), family.name(), family.type())
        + measures.stream().map(MetricsText::line).sorted().collect(joining());
  }

  private static String line(Measure measure) {
    return measure.family().name()
        + labels(measure.labels())
        + " "
        + number(measure.value())
        + "\n";
  }

  private static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : new TreeMap<>(labels)
            .entrySet().stream()
                .map(l -> l.getKey() + "=\"" + escaped(l.getValue()) + "\"")
                .collect(joining(",", "{", "}"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    var whole = (long) value;
    return whole == value ? Long.toString(whole) : Double.toString(value);
  }
}
