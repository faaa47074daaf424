package org.sallyport.platform.json;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that is checked, each look at which is a step. */
record CountedNode(JsonNode node, Budget budget) implements JsonNode {

  /** The value, to be checked within so many steps. */
  static CountedNode of(JsonValue value, int steps) {
    return new CountedNode(new JakartaJsonNode.Factory().wrap(value), new Budget(steps));
  }

  /** Takes nodes as they are: each check brings its own. */
  static final class Factory implements JsonNodeFactory {
    @Override
    public JsonNode wrap(Object node) {
      return (CountedNode) node;
    }

    @Override
    public JsonNode create(String json) {
      throw new UnsupportedOperationException("values are parsed elsewhere");
    }
  }

  private CountedNode inner(JsonNode inner) {
    return new CountedNode(inner, budget);
  }

  @Override
  public SimpleType getNodeType() {
    budget.step();
    return node.getNodeType();
  }

  @Override
  public List<JsonNode> asArray() {
    budget.step();
    return node.asArray().stream().<JsonNode>map(this::inner).toList();
  }

  @Override
  public Map<String, JsonNode> asObject() {
    budget.step();
    var members = new LinkedHashMap<String, JsonNode>();
    node.asObject().forEach((name, member) -> members.put(name, inner(member)));
    return members;
  }

  @Override
  public String getJsonPointer() {
    return node.getJsonPointer();
  }

  @Override
  public boolean asBoolean() {
    return node.asBoolean();
  }

  @Override
  public String asString() {
    return node.asString();
  }

  @Override
  public BigInteger asInteger() {
    return node.asInteger();
  }

  @Override
  public BigDecimal asNumber() {
    return node.asNumber();
  }
}
