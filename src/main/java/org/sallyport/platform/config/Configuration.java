package org.sallyport.platform.config;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/** Reads the environment, the system properties and the file; nothing else ever does. */
@ApplicationScoped
public class Configuration {
  private static final Logger LOG = Logger.getLogger(Configuration.class.getName());

  @Inject Instance<SettingsGroup> groups;

  private ConfigurationFile file = ConfigurationFile.none();
  private SettingSources sources = new SettingSources(Map.of(), Map.of(), Map.of());
  private List<Setting> known = List.of();
  private String contextPath = "";

  /** Reads what is written for this context path, before anybody asks for the settings. */
  public void deployedAt(String path) {
    contextPath = path;
    var written = new DeploymentSettings(path).sources(properties(), System.getenv());
    file =
        written
            .find(SettingName.CONFIG)
            .map(text -> ConfigurationFile.at(SettingValues.path(SettingName.CONFIG.place(), text)))
            .orElseGet(ConfigurationFile::none);
    known = SettingName.with(groups.stream());
    sources = written.with(file.settings(known));
    warn();
    groups.forEach(group -> group.read(sources));
  }

  /** The system properties of this process. */
  static Map<String, String> properties() {
    var properties = new HashMap<String, String>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(n -> properties.put(n, System.getProperty(n)));
    return properties;
  }

  @Produces
  @Singleton
  Settings settings() {
    return new SettingsReader(sources, contextPath).settings();
  }

  /** What holds for each setting, by its name; secrets too, so that nobody writes it anywhere. */
  public Map<String, String> texts() {
    return known.stream().collect(toMap(Setting::key, sources::text));
  }

  /** The features' sections of the file, as they are written; told once, and not kept. */
  List<ConfigValue> sections(Settings settings) {
    var sections = file.sections(settings.identity());
    file = ConfigurationFile.none();
    return sections;
  }

  private void warn() {
    sources
        .unknown(known)
        .forEach(name -> LOG.warning(() -> name + " is set but is no setting of Sallyport"));
    if (sources.find(SettingName.ISSUER).isEmpty()) {
      LOG.warning(
          () ->
              "NO ISSUER IS SET: taking "
                  + SettingName.ISSUER.standard()
                  + contextPath
                  + ", which only browsers on this machine reach; set SALLYPORT_ISSUER");
    }
  }
}
