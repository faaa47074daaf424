package org.sallyport.platform.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A configuration file as a start reads it, for whoever checks it without a server. */
public final class WrittenFile {
  // The heap is the server's, and is not known here.
  private static final long ANY_HEAP = Long.MAX_VALUE;

  private final Settings settings;
  private final Map<String, ConfigValue> sections;

  private WrittenFile(Settings settings, Map<String, ConfigValue> sections) {
    this.settings = settings;
    this.sections = sections;
  }

  /**
   * The file at this path, with the environment and the system properties of this process; refuses
   * what is no such file, and wrong settings.
   *
   * @param groups the settings of all features, which a start finds by itself
   */
  public static WrittenFile read(Path path, List<SettingsGroup> groups) {
    return read(ConfigurationFile.at(path), written(), groups);
  }

  /** The same of the file that a server would read which is started in place of this process. */
  public static WrittenFile ofServer(List<SettingsGroup> groups) {
    var written = written();
    var file =
        written
            .find(SettingName.CONFIG)
            .map(text -> ConfigurationFile.at(SettingValues.path(SettingName.CONFIG.place(), text)))
            .orElseGet(ConfigurationFile::none);
    return read(file, written, groups);
  }

  private static SettingSources written() {
    return new DeploymentSettings("").sources(Configuration.properties(), System.getenv());
  }

  private static WrittenFile read(
      ConfigurationFile file, SettingSources written, List<SettingsGroup> groups) {
    var sources = written.with(file.settings(SettingName.with(groups.stream())));
    var settings = new SettingsReader(sources, "", ANY_HEAP).settings();
    groups.forEach(group -> group.read(sources));
    var sections = file.sections(settings.identity()).stream();
    return new WrittenFile(
        settings, sections.collect(Collectors.toMap(ConfigValue::place, Function.identity())));
  }

  /** The settings that hold with this file. */
  public Settings settings() {
    return settings;
  }

  /** A section, if it is there. */
  public Optional<ConfigValue> section(String name) {
    return Optional.ofNullable(sections.get(name));
  }

  /** Refuses a section that is none of these. */
  public void refuseOthers(Collection<String> known) {
    ConfigurationStart.refuseOthers(sections.values(), known);
  }
}
