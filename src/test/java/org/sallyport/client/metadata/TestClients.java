package org.sallyport.client.metadata;

import org.sallyport.platform.config.ConfigValue;

/** Clients as the configuration file would have them. */
public final class TestClients {
  private TestClients() {}

  /** The client of this JSON, written with single quotes and without the braces. */
  public static ClientMetadata client(String json) {
    return ClientMetadata.read(ConfigValue.parse("test", "{" + json.replace('\'', '"') + "}"));
  }
}
