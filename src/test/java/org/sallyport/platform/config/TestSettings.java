package org.sallyport.platform.config;

import java.util.HashMap;
import java.util.Map;

/** Settings of a test: the defaults, but for what it says. */
public final class TestSettings {
  private TestSettings() {}

  /** The defaults, for the issuer {@code https://id.test}. */
  public static Settings standard() {
    return with(Map.of());
  }

  /** The same group, with the defaults read. */
  public static <G extends SettingsGroup> G read(G group) {
    return read(group, Map.of());
  }

  /** The same group, with the defaults read, but for these values. */
  public static <G extends SettingsGroup> G read(G group, Map<String, String> values) {
    group.read(new SettingSources(Map.of(), Map.of(), values));
    return group;
  }

  /** The defaults, but for these values by their names, such as {@code keys.rotate}. */
  public static Settings with(Map<String, String> values) {
    var file = new HashMap<>(Map.of("issuer", "https://id.test"));
    file.putAll(values);
    return new SettingsReader(new SettingSources(Map.of(), Map.of(), file), "").settings();
  }
}
