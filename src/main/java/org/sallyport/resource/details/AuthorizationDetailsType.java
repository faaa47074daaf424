package org.sallyport.resource.details;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.json.JsonSchema;
import org.sallyport.protocol.Resource;

/**
 * A type of authorization details (RFC 9396 §2.1).
 *
 * @param schema what its objects must satisfy (§5)
 * @param wording how people are told of them
 * @param resources the APIs that its objects are for where they do not say themselves
 * @param since when it became what it is: what was allowed before is not of this type
 */
public record AuthorizationDetailsType(
    String type,
    JsonSchema schema,
    DetailsWording wording,
    Set<Resource> resources,
    Instant since) {
  private static final int LONGEST = 255;

  public AuthorizationDetailsType {
    resources = Set.copyOf(resources);
  }

  /** The type at this node; refuses unknown keys and what is no schema. */
  public static AuthorizationDetailsType read(ConfigValue node) {
    var name = node.requiredText("type");
    if (name.length() > LONGEST || !name.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw node.wrong(
          "has a type that is no name",
          "write up to " + LONGEST + " characters of ASCII, no space");
    }
    var schema =
        node.child("schema")
            .orElseThrow(() -> node.missing("schema", "say in JSON Schema what its objects have"));
    var type =
        new AuthorizationDetailsType(
            name,
            schema(schema, name),
            DetailsWording.read(node, schema),
            new LinkedHashSet<>(ConfigValueReader.all(node, "resources", Resource::new)),
            Instant.MIN);
    node.done();
    return type;
  }

  /** The same, since this time. */
  AuthorizationDetailsType since(Instant time) {
    return new AuthorizationDetailsType(type, schema, wording, resources, time);
  }

  // Its own name need not be repeated in it.
  private static JsonSchema schema(ConfigValue node, String name) {
    if (!(node.json() instanceof JsonObject written)) {
      throw node.wrong("must be a JSON Schema", "write it as { … }");
    }
    var properties = written.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT);
    try {
      return JsonSchema.of(
          properties instanceof JsonObject all && !all.containsKey("type")
              ? Json.createObjectBuilder(written).add("properties", withType(all, name)).build()
              : written);
    } catch (IllegalArgumentException e) {
      throw node.wrong("cannot be used: " + e.getMessage(), "correct it");
    }
  }

  private static JsonObject withType(JsonObject properties, String name) {
    var must = Json.createObjectBuilder().add("const", name);
    return Json.createObjectBuilder(properties).add("type", must).build();
  }
}
