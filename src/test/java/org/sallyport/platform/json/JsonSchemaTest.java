package org.sallyport.platform.json;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Effort;
import org.sallyport.Security;
import org.sallyport.Spec;

@Spec("JSON Schema draft 2020-12")
class JsonSchemaTest {

  @Test
  void what_satisfies_it_meets_no_objection() {
    says("'properties':{'a':{'type':'integer'}},'required':['a']", "{'a':1}").isEmpty();
  }

  @Test
  void an_objection_tells_the_place_and_the_rule_but_no_value() {
    var schema = "'properties':{'a':{'properties':{'b':{'pattern':'^x$'}}}}";
    says(schema, "{'a':{'b':'private'}}")
        .hasValue("/a/b does not satisfy pattern at /properties/a/properties/b");
  }

  @Test
  void an_objection_tells_what_is_missing() {
    assertThat(objection("'required':['a','b']", "{'b':1}").orElseThrow()).contains("[a]");
  }

  @Test
  @Spec("RFC 9396 §5")
  void members_that_it_does_not_describe_are_refused_at_any_depth() {
    var schema = "'properties':{'a':{'properties':{'b':true}},'c':{'items':{'properties':{}}}}";
    says(schema, "{'a':{'b':1},'c':[{}]}").isEmpty();
    says(schema, "{'x':1}").isPresent();
    says(schema, "{'a':{'x':1}}").isPresent();
    says(schema, "{'c':[{'x':1}]}").isPresent();
    says("'required':['a']", "{'a':1}").isPresent();
  }

  @Test
  void members_that_parts_of_it_describe_are_none_of_those() {
    says("'allOf':[{'$ref':'#/$defs/a'}],'$defs':{'a':{'properties':{'b':true}}}", "{'b':1}")
        .isEmpty();
    says(
            "'properties':{'a':{'$ref':'#/$defs/a'}},'$defs':{'a':{'properties':{'b':true}}}",
            "{'a':{'b':1}}")
        .isEmpty();
  }

  @ParameterizedTest
  @Security(29)
  @ValueSource(
      strings = {
        "'properties':{'a':{'pattern':'^(a+)+$'}}",
        "'properties':{'a':{'pattern':'^(a|aa)*$'}}",
        "'properties':{'a':{'pattern':'(.*a){12}$'}}",
        "'properties':{'a':{'propertyNames':{'pattern':'^(a+)+$'}}}",
        "'properties':{'a':true},'patternProperties':{'^(a+)+$':true}"
      })
  void an_expression_that_goes_back_for_ever_is_ended(String schema) {
    var evil = "a".repeat(2_800) + "!";
    for (var value : List.of("{'a':'" + evil + "','" + evil + "':1}", "{'a':{'" + evil + "':1}}")) {
      Effort.within(3_000, schema, () -> objection(schema, value));
    }
    says(schema, "{'a':'" + evil + "','" + evil + "':1}").isPresent();
  }

  @Test
  @Security(29)
  void a_schema_that_looks_again_and_again_is_ended() {
    var twice = "'$defs':{'t':{'allOf':[{'$ref':'#/$defs/u'},{'$ref':'#/$defs/u'}]},";
    var inner = "'u':{'items':{'allOf':[{'$ref':'#/$defs/t'},{'$ref':'#/$defs/t'}]}}},";
    var schema = twice + inner + "'properties':{'a':{'$ref':'#/$defs/t'}}";
    var deep = "[".repeat(12) + "]".repeat(12);
    Effort.within(5_000, schema, () -> objection(schema, "{'a':" + deep + "}"));
    says(schema, "{'a':" + deep + "}").isPresent();
    says(schema, "{'a':[[]]}").isEmpty();
  }

  @Test
  void a_long_value_that_satisfies_it_is_none_of_those() {
    var names = IntStream.range(0, 600).mapToObj(i -> "'m" + i + "':'x'").collect(joining(","));
    says("'patternProperties':{'^m[0-9]+$':{'pattern':'^x$'}}", "{" + names + "}").isEmpty();
    var numbers = IntStream.range(0, 1_400).mapToObj(Integer::toString).collect(joining(","));
    var unique = "'properties':{'a':{'uniqueItems':true,'items':{'type':'integer'}}}";
    says(unique, "{'a':[" + numbers + "]}").isEmpty();
    says(unique, "{'a':[" + numbers + ",7]}").isPresent();
  }

  @Test
  void members_of_patterns_are_described() {
    var schema = "'patternProperties':{'^x-':{'type':'integer'}}";
    says(schema, "{'x-a':1}").isEmpty();
    says(schema, "{'x-a':'text'}").isPresent();
    says(schema, "{'y':1}").isPresent();
  }

  @Test
  void it_may_let_others_in_itself() {
    says("'additionalProperties':true", "{'x':1}").isEmpty();
    says("'properties':{'a':{'properties':{},'unevaluatedProperties':true}}", "{'a':{'x':1}}")
        .isEmpty();
    says("'properties':{'a':{'type':'object'}}", "{'a':{'x':1}}").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'$ref':'https://schema.test/x'",
        "'properties':{'a':{'$ref':'other#/x'}}",
        "'allOf':[{'$dynamicRef':'file:///etc/passwd'}]"
      })
  void what_leads_elsewhere_is_refused(String schema) {
    assertThatThrownBy(() -> schema(schema)).hasMessageContaining("is not fetched");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'$ref':'#/$defs/x'",
        "'type':'text'",
        "'properties':[]",
        "'$schema':'http://json-schema.org/draft-07/schema#'"
      })
  void what_is_no_schema_of_this_draft_is_refused(String schema) {
    assertThatThrownBy(() -> schema(schema)).isInstanceOf(IllegalArgumentException.class);
  }

  private static OptionalAssert<String> says(String schema, String value) {
    return assertThat(objection(schema, value));
  }

  private static Optional<String> objection(String schema, String value) {
    return schema(schema).objection(json(value));
  }

  private static JsonSchema schema(String members) {
    return JsonSchema.of(json("{" + members + "}").asJsonObject());
  }

  private static JsonValue json(String text) {
    return StrictJson.parse(text.replace('\'', '"'), 20);
  }
}
