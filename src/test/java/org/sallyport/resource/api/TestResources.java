package org.sallyport.resource.api;

import org.sallyport.platform.config.ConfigValue;

/** Resource servers as the configuration file would have them. */
public final class TestResources {
  private TestResources() {}

  /** The resource server of this JSON, written with single quotes and without the braces. */
  public static ResourceServer api(String json) {
    return ResourceServer.read(ConfigValue.parse("test", "{" + json.replace('\'', '"') + "}"));
  }
}
