package org.sallyport.platform.config;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.platform.runtime.StartLock;
import org.sallyport.platform.runtime.StartStep;

/** Applies the file's sections, all or none; nodes that start together take turns. */
@ApplicationScoped
public class ConfigurationStart implements StartStep {
  @Inject Configuration configuration;
  @Inject Settings settings;
  @Inject Instance<ConfigurationSection> known;
  @Inject StartLock turn;

  @Override
  public Stage stage() {
    return Stage.CONFIGURATION;
  }

  @Override
  public void start() {
    var written = inFile(configuration.sections(settings), known.stream().toList());
    turn.take("configuration", () -> apply(written));
  }

  private void apply(Map<String, ConfigValue> written) {
    known.stream()
        .sorted(Comparator.comparingInt(ConfigurationSection::order))
        .forEach(s -> Optional.ofNullable(written.get(s.name())).ifPresent(s::apply));
  }

  /** The sections by name; refuses one that no feature reads. */
  static Map<String, ConfigValue> inFile(
      List<ConfigValue> written, List<ConfigurationSection> known) {
    refuseOthers(written, known.stream().map(ConfigurationSection::name).toList());
    return written.stream().collect(toMap(ConfigValue::place, n -> n));
  }

  /** Refuses a section of another name than these. */
  static void refuseOthers(Collection<ConfigValue> written, Collection<String> known) {
    for (var node : written) {
      if (!known.contains(node.place())) {
        throw new ConfigurationException(
            "the file",
            "unknown section " + node.place(),
            SpellingSuggestion.hint(node.place(), known));
      }
    }
  }
}
