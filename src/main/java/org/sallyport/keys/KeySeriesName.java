package org.sallyport.keys;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.SpellingSuggestion;
import org.sallyport.protocol.SigningAlgorithm;

/**
 * What an operator calls keys by: {@code all}, one kind, or one algorithm or purpose. The secret
 * whose first key is its last is never meant.
 */
record KeySeriesName(String name) {
  private static final String ALL = "all";

  /** Refuses what no keys are called by. */
  KeySeriesName {
    var known = known();
    if (!known.contains(name)) {
      throw new ConfigurationException(
          "setting keys.rotate-at-once",
          "no keys that can be replaced are called '" + name + "'",
          SpellingSuggestion.hint(name, known));
    }
  }

  /** Whether these keys are meant. */
  boolean covers(KeySeries series) {
    return !series.isForGood() && names(series).anyMatch(name::equals);
  }

  private static List<String> known() {
    var signing = Arrays.stream(SigningAlgorithm.values()).map(KeySeries::of);
    return Stream.concat(signing, KeySeries.standard().stream())
        .filter(series -> !series.isForGood())
        .flatMap(KeySeriesName::names)
        .distinct()
        .toList();
  }

  private static Stream<String> names(KeySeries series) {
    return series.isPublished()
        ? Stream.of(ALL, series.purpose(), series.algorithm())
        : Stream.of(ALL, "secrets", series.purpose());
  }
}
