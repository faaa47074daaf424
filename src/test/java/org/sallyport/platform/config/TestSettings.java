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

  /** The defaults, but for these values by their names, such as {@code keys.rotate}. */
  public static Settings with(Map<String, String> values) {
    var file = new HashMap<>(Map.of("issuer", "https://id.test"));
    file.putAll(values);
    return new SettingsReader(new SettingSources(Map.of(), Map.of(), file), "").settings();
  }
}
