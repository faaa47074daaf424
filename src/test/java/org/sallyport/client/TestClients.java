package org.sallyport.client;

import org.sallyport.platform.config.ConfigValue;

/** Clients and resource servers as the configuration file would have them. */
public final class TestClients {
  private TestClients() {}

  /** The client of this JSON, written with single quotes and without the braces. */
  public static ClientMetadata client(String json) {
    return ClientMetadata.read(node(json));
  }

  /** The resource server of this JSON, written with single quotes and without the braces. */
  public static ResourceServer api(String json) {
    return ResourceServer.read(node(json));
  }

  private static ConfigValue node(String json) {
    return ConfigValue.parse("test", "{" + json.replace('\'', '"') + "}");
  }
}
