package org.sallyport.platform.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Where settings are written, and which one wins: system property, environment, file, default. */
record SettingSources(
    Map<String, String> properties, Map<String, String> environment, Map<String, String> file)
    implements WrittenSettings {

  /** The same, with what the configuration file says. */
  SettingSources with(Map<String, String> settings) {
    return new SettingSources(properties, environment, settings);
  }

  @Override
  public Optional<String> find(Setting name) {
    return from(name, properties, name.property(), "-file")
        .or(() -> from(name, environment, name.variable(), "_FILE"))
        .or(() -> from(name, file, name.key(), "-file"));
  }

  Duration duration(Setting name) {
    return SettingValues.duration(name.place(), text(name));
  }

  int number(Setting name) {
    return SettingValues.number(name.place(), text(name));
  }

  /** The properties and variables that begin as ours do and are none of these settings. */
  List<String> unknown(Collection<Setting> known) {
    var unknown = new TreeSet<String>();
    properties.keySet().stream().filter(k -> k.startsWith("sallyport.")).forEach(unknown::add);
    environment.keySet().stream().filter(k -> k.startsWith("SALLYPORT_")).forEach(unknown::add);
    for (var name : known) {
      unknown.remove(name.property());
      unknown.remove(name.variable());
      if (name.secret()) {
        unknown.remove(name.property() + "-file");
        unknown.remove(name.variable() + "_FILE");
      }
    }
    return List.copyOf(unknown);
  }

  private static Optional<String> from(
      Setting name, Map<String, String> source, String key, String fileSuffix) {
    var written = Optional.ofNullable(source.get(key)).filter(v -> !v.isBlank());
    if (!name.secret()) {
      return written;
    }
    var inFile = Optional.ofNullable(source.get(key + fileSuffix)).filter(v -> !v.isBlank());
    if (written.isPresent() && inFile.isPresent()) {
      throw name.wrong(key + " and " + key + fileSuffix + " are both set", "keep one of them");
    }
    return written.or(() -> inFile.map(path -> secretIn(name, path)));
  }

  private static String secretIn(Setting name, String path) {
    try {
      return TextFile.read(Path.of(path)).strip();
    } catch (IOException | IllegalArgumentException e) {
      throw name.wrong("cannot read " + path, "name a file that this user may read");
    }
  }
}
