package org.sallyport.resource.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.sallyport.platform.config.ConfigValue;

/** A table of what one section of the configuration file says. */
public interface AppliedRows<R extends AppliedEntry> {
  /** All entries. */
  List<R> all();

  /** Keeps a new one. */
  void add(R row);

  /** Deletes one. */
  void remove(R row);

  /**
   * Takes over what is written: deletes what is no longer there, and changes what has changed.
   *
   * @param departures where those are noted that are deleted
   */
  static <R extends AppliedEntry> void takeOver(
      AppliedRows<R> rows,
      Map<String, ConfigValue> written,
      BiFunction<String, ConfigValue, R> made,
      Departures departures) {
    var unknown = new LinkedHashMap<>(written);
    for (var row : rows.all()) {
      var node = unknown.remove(row.id());
      if (node == null) {
        departures.note(row);
        rows.remove(row);
      } else if (!row.remembers(node)) {
        row.apply(node, departures.now());
      }
    }
    unknown.forEach((id, node) -> rows.add(departures.back(made.apply(id, node))));
  }
}
