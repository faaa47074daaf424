package org.sallyport.resource.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_AUTHORIZATION_DETAILS;
import static org.sallyport.resource.details.TestDetails.ACCOUNTS;
import static org.sallyport.resource.details.TestDetails.PAYMENT;
import static org.sallyport.resource.details.TestDetails.array;
import static org.sallyport.token.Refusal.refused;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

/** What a client may write into {@code authorization_details}, and what is less than something. */
@Spec("RFC 9396 §2")
class AuthorizationDetailsTest {

  @Test
  void they_are_objects_of_types() {
    var details = AuthorizationDetails.parse(array(PAYMENT, ACCOUNTS));
    assertThat(details.values())
        .extracting(AuthorizationDetails::type)
        .containsExactly("payment_initiation", "account_information");
    assertThat(AuthorizationDetails.stored(details.toString())).isEqualTo(details);
  }

  @Test
  void several_may_be_of_one_type() {
    assertThat(AuthorizationDetails.parse(array(PAYMENT, PAYMENT)).values()).hasSize(2);
  }

  @Test
  void an_empty_array_is_nothing() {
    assertThat(AuthorizationDetails.parse("[]")).isEqualTo(AuthorizationDetails.NONE);
  }

  @ParameterizedTest
  @Security(170)
  @ValueSource(
      strings = {
        "x",
        "{\"type\":\"a\"}",
        "\"[{}]\"",
        "null",
        "[1]",
        "[\"payment_initiation\"]",
        "[null]",
        "[[]]",
        "[{}]",
        "[{\"type\":1}]",
        "[{\"type\":\"\"}]",
        "[{\"type\":\"a\",\"type\":\"b\"}]",
        "[{\"type\":\"a\"}] []"
      })
  void what_is_no_array_of_objects_with_a_type_is_refused(String json) {
    refused(INVALID_AUTHORIZATION_DETAILS, () -> AuthorizationDetails.parse(json));
  }

  @ParameterizedTest
  @Spec("RFC 9396 §2.2")
  @CsvSource({"locations", "actions", "datatypes", "privileges"})
  void common_lists_are_lists_of_strings(String name) {
    for (var value : List.of("\"a\"", "[1]", "{}", "null", "[[]]")) {
      var json = "[{\"type\":\"a\",\"" + name + "\":" + value + "}]";
      refused(INVALID_AUTHORIZATION_DETAILS, () -> AuthorizationDetails.parse(json))
          .hasMessageContaining(name);
    }
  }

  @Test
  @Spec("RFC 9396 §2.2")
  void an_identifier_is_a_string() {
    refused(
        INVALID_AUTHORIZATION_DETAILS,
        () -> AuthorizationDetails.parse("[{\"type\":\"a\",\"identifier\":1}]"));
  }

  @Test
  @Security(170)
  void what_is_too_long_too_many_or_too_deep_is_refused() {
    var long_ = "[{\"type\":\"a\",\"b\":\"" + "x".repeat(6_000) + "\"}]";
    var many = array(Collections.nCopies(21, "{\"type\":\"a\"}").toArray(String[]::new));
    var deep = "[{\"type\":\"a\",\"b\":" + "[".repeat(9) + "]".repeat(9) + "}]";
    for (var json : List.of(long_, many, deep, "[".repeat(5_999))) {
      refused(INVALID_AUTHORIZATION_DETAILS, () -> AuthorizationDetails.parse(json));
    }
  }

  @Test
  void a_token_has_every_value_as_it_was() {
    var json = "[{\"type\":\"a\",\"b\":[1,1.50,true,false,null,{\"c\":\"d\"}]}]";
    var inside = Arrays.asList(1L, new BigDecimal("1.50"), true, false, null, Map.of("c", "d"));
    assertThat(AuthorizationDetails.parse(json).plain())
        .isEqualTo(List.of(Map.of("type", "a", "b", inside)));
  }

  @ParameterizedTest
  @Security(171)
  @Spec("RFC 9396 §6.1")
  @ValueSource(
      strings = {
        "{'type':'a','x':1,'actions':['r','w']} > {'actions':['w'],'x':1,'type':'a'}",
        "{'type':'a','locations':['u','v']} > {'type':'a','locations':['v','u']}",
        "{'type':'a','datatypes':['d','e']} > {'type':'a','datatypes':['e']}",
        "{'type':'a','privileges':['p','q']} > {'type':'a','privileges':['p']}"
      })
  void the_same_or_fewer_of_the_common_lists_is_less(String pair) {
    assertThat(asked(pair).within(granted(pair))).isEqualTo(asked(pair));
  }

  @ParameterizedTest
  @Security(171)
  @ValueSource(
      strings = {
        "{'type':'a','actions':['r']} > {'type':'a','actions':['r','w']}",
        "{'type':'a','actions':['r']} > {'type':'a','actions':[]}",
        "{'type':'a','actions':['r']} > {'type':'a'}",
        "{'type':'a'} > {'type':'a','actions':['r']}",
        "{'type':'a'} > {'type':'b'}",
        "{'type':'a','amount':'2'} > {'type':'a','amount':'1'}",
        "{'type':'a','list':['r','w']} > {'type':'a','list':['r']}",
        "{'type':'a','identifier':'x'} > {'type':'a','identifier':'y'}",
        "{'type':'a','x':{'actions':['r','w']}} > {'type':'a','x':{'actions':['r']}}"
      })
  void all_else_may_be_more(String pair) {
    refused(INVALID_AUTHORIZATION_DETAILS, () -> asked(pair).within(granted(pair)))
        .hasMessageContaining("authorization_details[0]");
  }

  @Test
  @Security(171)
  void each_object_has_to_be_within_one_that_was_granted() {
    var both = AuthorizationDetails.parse(array(PAYMENT, ACCOUNTS));
    var one = AuthorizationDetails.parse(array(ACCOUNTS));
    assertThat(one.within(both)).isEqualTo(one);
    assertThat(AuthorizationDetails.NONE.within(both).isEmpty()).isTrue();
    refused(INVALID_AUTHORIZATION_DETAILS, () -> both.within(one));
  }

  private static AuthorizationDetails granted(String pair) {
    return details(pair.replaceFirst(" > .*", ""));
  }

  private static AuthorizationDetails asked(String pair) {
    return details(pair.replaceFirst(".* > ", ""));
  }

  private static AuthorizationDetails details(String object) {
    return AuthorizationDetails.parse(array(object.replace('\'', '"')));
  }
}
