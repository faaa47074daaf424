package org.sallyport.platform.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One of several copies of the application on one server: what bears its context path is its own,
 * {@code sallyport@sso.issuer} and {@code SALLYPORT__SSO__ISSUER}, and then nothing else is.
 */
record DeploymentSettings(String contextPath) {
  private static final String OF_A_COPY = "SALLYPORT__";

  /** Its sources: its own ones if there are any, or else those without a context path. */
  SettingSources sources(Map<String, String> properties, Map<String, String> environment) {
    var name = contextPath.isEmpty() ? "" : contextPath.substring(1);
    var ownProperties = renamed(properties, "sallyport@" + name + ".", "sallyport.");
    var variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    var ownVariables = renamed(environment, OF_A_COPY + variable + "__", "SALLYPORT_");
    if (!name.isEmpty() && !(ownProperties.isEmpty() && ownVariables.isEmpty())) {
      return new SettingSources(ownProperties, ownVariables, Map.of());
    }
    var shared = new HashMap<>(environment);
    shared.keySet().removeIf(key -> key.startsWith(OF_A_COPY));
    return new SettingSources(properties, shared, Map.of());
  }

  private static Map<String, String> renamed(
      Map<String, String> written, String prefix, String plain) {
    var own = new HashMap<String, String>();
    written.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            own.put(plain + key.substring(prefix.length()), value);
          }
        });
    return own;
  }
}
