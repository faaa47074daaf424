package org.sallyport.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

@Spec("RFC 7493 §2")
class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"[1,2]", "{\"a\":{\"b\":[]}}", "\"ü🏰\"", "1.5e3", "-123456789012345", "null"})
  void what_all_readers_read_alike_is_read(String text) {
    assertThat(StrictJson.parse(text, 3).toString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "[1,]",
        "{'a':1}",
        "[1] 2",
        "[1][2]",
        "{\"a\":1,\"a\":2}",
        "nul",
        "\"\u0001\"",
        "[01]"
      })
  void what_is_no_json_or_more_than_one_value_or_has_a_member_twice_is_refused(String text) {
    refused(text, "is no JSON, or has a member twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890123456",
        "0.1234567890123456",
        "1e31",
        "1e-31",
        "1e999999999",
        "1e99999999999"
      })
  void a_number_that_a_double_does_not_hold_is_refused(String number) {
    refused("[" + number + "]", "has a number of more than 15 digits; write it as a string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"\\ud800\"]", "{\"\\udc00\":1}"})
  void half_a_character_is_refused(String text) {
    refused(text, "has half of a surrogate pair");
  }

  @Test
  void what_is_too_deep_is_refused_however_deep_it_is() {
    assertThat(StrictJson.parse("[[[]]]", 3)).hasToString("[[[]]]");
    refused("[[[[]]]]", "is deeper than 3 arrays and objects");
    refused("[".repeat(100_000), "is deeper than 3 arrays and objects");
  }

  private static void refused(String text, String reason) {
    assertThatThrownBy(() -> StrictJson.parse(text, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }
}
