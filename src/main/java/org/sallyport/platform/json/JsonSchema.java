package org.sallyport.platform.json;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JSON Schema of draft 2020-12, which refers to nothing outside of itself, so that nothing is
 * ever fetched. Objects whose members it describes may have no others, unless it says {@code
 * additionalProperties} or {@code unevaluatedProperties} itself.
 */
public final class JsonSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final String UNEVALUATED = "unevaluatedProperties";
  // Ten milliseconds or so; an object of 3,000 values takes a tenth of them.
  private static final int MOST_STEPS = 1_000_000;

  private static final Set<String> DESCRIBING =
      Set.of("properties", "$ref", "allOf", "anyOf", "oneOf");
  // Of these the message tells names out of the schema only, and nothing of the value.
  private static final Set<String> TELLING = Set.of("required", "dependentRequired");

  private final Validator validator;
  private final URI uri;

  private JsonSchema(Validator validator, URI uri) {
    this.validator = validator;
    this.uri = uri;
  }

  /**
   * The schema that is written so.
   *
   * @throws IllegalArgumentException that says what is wrong with it
   */
  public static JsonSchema of(JsonObject written) {
    var draft = written.getOrDefault("$schema", Json.text(DRAFT));
    rule(draft.equals(Json.text(DRAFT)), "$schema must be " + DRAFT);
    refuseReferences(written, written);
    var validator =
        new ValidatorFactory()
            .withJsonNodeFactories(new JakartaJsonNode.Factory(), new CountedNode.Factory())
            .withEvaluatorFactory(new CountedEvaluators())
            .createValidator();
    try {
      var top = closed(written);
      if (!isClosed(top)) {
        top = with(top, UNEVALUATED, JsonValue.FALSE);
      }
      return new JsonSchema(validator, validator.registerSchema(top));
    } catch (JsonSchemaException e) {
      throw new IllegalArgumentException("it is no JSON Schema of draft 2020-12", e);
    }
  }

  /**
   * What this value has that it must not have, or lacks; none of its contents is told. A value that
   * takes too many steps to check is objected to, such as one that makes an expression of the
   * schema go back again and again.
   */
  public Optional<String> objection(JsonValue value) {
    try {
      var result = validator.validate(uri, (JsonNode) CountedNode.of(value, MOST_STEPS));
      return result.isValid()
          ? Optional.empty()
          : Optional.of(result.getErrors().stream().findFirst().map(JsonSchema::said).orElse(""));
    } catch (Budget.Exhausted | StackOverflowError e) {
      return Optional.of(" takes too long to check by its schema");
    }
  }

  private static String said(Error error) {
    var keyword = String.valueOf(error.getKeyword());
    var place = error.getInstanceLocation();
    return place
        + (TELLING.contains(keyword)
            ? ": " + error.getError()
            : " does not satisfy " + keyword + " at " + fragment(error.getSchemaLocation()));
  }

  private static String fragment(String location) {
    return location.substring(location.indexOf('#') + 1);
  }

  private static void refuseReferences(JsonValue part, JsonObject whole) {
    children(part).forEach(child -> refuseReferences(child, whole));
    if (part instanceof JsonObject object) {
      Stream.of("$ref", "$dynamicRef")
          .map(object::get)
          .filter(JsonString.class::isInstance)
          .forEach(ref -> refuse(((JsonString) ref).getString(), whole));
    }
  }

  private static void refuse(String reference, JsonObject whole) {
    rule(reference.startsWith("#"), "it refers to " + reference + ", which is not fetched");
    rule(
        !reference.startsWith("#/") || Json.pointsInto(whole, reference.substring(1)),
        "it refers to " + reference + ", which is not there");
  }

  private static Stream<JsonValue> children(JsonValue part) {
    return switch (part.getValueType()) {
      case OBJECT -> part.asJsonObject().values().stream();
      case ARRAY -> part.asJsonArray().stream();
      default -> Stream.of();
    };
  }

  /** The same schema, in which described objects have no other members, at any depth. */
  private static JsonObject closed(JsonObject schema) {
    var inner = Json.createObjectBuilder(schema);
    if (schema.get("properties") instanceof JsonObject properties) {
      var all = Json.createObjectBuilder(properties);
      properties.forEach((name, s) -> all.add(name, closedPart(s)));
      inner.add("properties", all);
    }
    if (schema.get("items") instanceof JsonObject items) {
      inner.add("items", closedPart(items));
    }
    return inner.build();
  }

  private static JsonValue closedPart(JsonValue part) {
    if (!(part instanceof JsonObject schema)) {
      return part;
    }
    var inner = closed(schema);
    var describes = DESCRIBING.stream().anyMatch(inner::containsKey);
    return describes && !isClosed(inner) ? with(inner, UNEVALUATED, JsonValue.FALSE) : inner;
  }

  private static boolean isClosed(JsonObject schema) {
    return schema.containsKey(UNEVALUATED) || schema.containsKey("additionalProperties");
  }

  private static JsonObject with(JsonObject schema, String keyword, JsonValue value) {
    return Json.createObjectBuilder(schema).add(keyword, value).build();
  }

  private static void rule(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
