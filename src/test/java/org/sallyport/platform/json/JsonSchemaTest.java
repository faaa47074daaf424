package org.sallyport.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.util.Optional;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
