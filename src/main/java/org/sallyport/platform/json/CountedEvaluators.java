package org.sallyport.platform.json;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keywords of draft 2020-12, of which each use is a step, and so is each character that a
 * regular expression looks at (JSON Schema Validation §6.3.3, JSON Schema Core §10.3.2.2).
 */
final class CountedEvaluators implements EvaluatorFactory {
  private final EvaluatorFactory standard = new Dialects.Draft2020Dialect().getEvaluatorFactory();

  @Override
  public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
    var evaluator = standard.create(context, keyword, value);
    return switch (keyword) {
      case "pattern" -> evaluator.map(e -> new CountedEvaluator(e, matching(value)));
      case "patternProperties" ->
          evaluator.map(e -> new CountedEvaluator(e, members(context, value)));
      // It compares all with all, unless it knows the kind of the values.
      case "uniqueItems" ->
          evaluator.map(e -> new CountedEvaluator(e, (c, n) -> e.evaluate(c, plain(n))));
      default -> evaluator.map(e -> new CountedEvaluator(e, e::evaluate));
    };
  }

  /** What a keyword does with a value. */
  private interface Check {
    Evaluator.Result evaluate(EvaluationContext context, JsonNode node);
  }

  private static Check matching(JsonNode value) {
    var pattern = Pattern.compile(value.asString());
    return (context, node) ->
        !node.isString() || find(pattern, node.asString(), node)
            ? Evaluator.Result.success()
            : Evaluator.Result.formattedFailure("pattern", pattern);
  }

  private static Check members(SchemaParsingContext parsing, JsonNode value) {
    var schemas = new LinkedHashMap<Pattern, String>();
    value.asObject().forEach((p, s) -> schemas.put(Pattern.compile(p), parsing.getAbsoluteUri(s)));
    return (context, node) ->
        node.isObject() ? members(schemas, context, node) : Evaluator.Result.success();
  }

  // Tells which members it has looked at, which additionalProperties asks for.
  private static Evaluator.Result members(
      Map<Pattern, String> schemas, EvaluationContext context, JsonNode node) {
    var seen = new HashSet<String>();
    var valid = true;
    for (var member : node.asObject().entrySet()) {
      for (var schema : schemas.entrySet()) {
        if (find(schema.getKey(), member.getKey(), node)) {
          seen.add(member.getKey());
          valid &= context.resolveInternalRefAndValidate(schema.getValue(), member.getValue());
        }
      }
    }
    return valid
        ? Evaluator.Result.success(Collections.unmodifiableSet(seen))
        : Evaluator.Result.failure();
  }

  private static JsonNode plain(JsonNode node) {
    return node instanceof CountedNode counted ? counted.node() : node;
  }

  private static boolean find(Pattern pattern, String text, JsonNode node) {
    var read = node instanceof CountedNode counted ? counted.budget().counted(text) : text;
    return pattern.matcher(read).find();
  }

  /** A keyword, of which each use is a step. */
  private record CountedEvaluator(Evaluator standard, Check check) implements Evaluator {
    @Override
    public Result evaluate(EvaluationContext context, JsonNode node) {
      if (node instanceof CountedNode counted) {
        counted.budget().step();
      }
      return check.evaluate(context, node);
    }

    @Override
    public int getOrder() {
      return standard.getOrder();
    }

    @Override
    @SuppressWarnings("deprecation") // the library still asks for them
    public Set<String> getVocabularies() {
      return standard.getVocabularies();
    }
  }
}
