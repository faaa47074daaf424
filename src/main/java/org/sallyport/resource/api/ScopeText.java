package org.sallyport.resource.api;

import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.config.WrittenText;
import org.sallyport.protocol.LocalizedText;
import org.sallyport.protocol.Scopes;

/**
 * A scope in the words of the people who are asked for it.
 *
 * @param optional whether a person may leave it out
 * @param sensitive whether it deserves a second look
 */
public record ScopeText(
    String scope,
    LocalizedText title,
    LocalizedText description,
    boolean optional,
    boolean sensitive) {

  /** The scope at this node; refuses one without a title or description, and unknown keys. */
  public static ScopeText read(ConfigValue node) {
    var scope = ConfigValueReader.as(node.child("scope").orElse(node), ScopeText::one);
    var text =
        new ScopeText(
            scope,
            WrittenText.read(node, "title").orElseThrow(() -> missing(node, "title")),
            WrittenText.read(node, "description").orElseThrow(() -> missing(node, "description")),
            node.bool("optional").orElse(false),
            node.bool("sensitive").orElse(false));
    node.done();
    return text;
  }

  private static String one(String value) {
    Scopes.of(value);
    return value;
  }

  private static RuntimeException missing(ConfigValue node, String name) {
    return node.missing(name, "say on the consent page what the scope allows");
  }
}
