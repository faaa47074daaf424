package org.sallyport.platform.config;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.sallyport.protocol.OAuthException;

/** Turns nodes into the words of the specifications, and their refusals into complaints. */
public final class ConfigValueReader {
  private ConfigValueReader() {}

  /** What the text at this node means; its refusal becomes a complaint about this place. */
  public static <T> T as(ConfigValue node, Function<String, T> word) {
    return checked(node, n -> word.apply(n.text()));
  }

  /** What this node means; its refusal becomes a complaint about this place. */
  public static <T> T checked(ConfigValue node, Function<ConfigValue, T> meaning) {
    try {
      return meaning.apply(node);
    } catch (OAuthException e) {
      throw node.wrong(e);
    }
  }

  /**
   * What the members of a request mean, such as the metadata of a client: refused in the terms of
   * RFC 7591 §3.2.2. A member unknown to us means nothing (§2).
   */
  public static <T> T submitted(JsonObject json, Function<ConfigValue, T> meaning) {
    try {
      return meaning.apply(new ConfigValue("", json, true));
    } catch (ConfigurationException e) {
      throw e.refusal();
    }
  }

  /** What the texts at a key mean, each; none if it is absent. */
  public static <T> List<T> all(ConfigValue node, String name, Function<String, T> word) {
    return node.children(name).stream().map(n -> as(n, word)).toList();
  }
}
