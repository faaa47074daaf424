package org.sallyport.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Example;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

class FormEncodingTest {

  @Property
  @Spec("RFC 6749 §4.1.2")
  void what_is_encoded_is_decoded_to_the_same(
      @ForAll("names") String name, @ForAll("texts") String value) {
    var decoded = FormEncoding.decode(FormEncoding.encode(Map.of(name, value)));
    assertThat(decoded.asMap()).isEqualTo(Map.of(name, List.of(value)));
  }

  @Property
  void what_is_encoded_is_plain_ascii(@ForAll("texts") String value) {
    assertThat(FormEncoding.encode(Map.of("state", value))).matches("[A-Za-z0-9%=._*-]+");
  }

  @Property
  @Security(38)
  void any_text_is_decoded_or_refused(@ForAll String encoded) {
    try {
      assertThat(FormEncoding.decode(encoded).names()).isNotNull();
    } catch (OAuthException refusal) {
      assertThat(refusal.error()).isEqualTo(OAuthError.INVALID_REQUEST);
    }
  }

  @Provide
  Arbitrary<String> names() {
    return texts().map(text -> text.substring(0, Math.min(text.length(), 20)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange(' ', '~')
        .withCharRange('\u00a1', '\u2fff')
        .ofMinLength(1)
        .ofMaxLength(200);
  }

  @ParameterizedTest
  @Security(38)
  @ValueSource(
      strings = {
        "a=%00",
        "a=%C0%AF",
        "a=%ED%A0%80",
        "a=%ZZ",
        "a=%4",
        "a=%",
        "a=x%0d%0ay",
        "a=%7F",
        "a%0a=1",
        "claims=%00",
        "claims=%1f",
        "claims%09=1"
      })
  void an_escape_that_could_be_misread_is_refused(String encoded) {
    assertThatThrownBy(() -> FormEncoding.decode(encoded)).isInstanceOf(OAuthException.class);
  }

  @Test
  @Spec("RFC 9126 §2.1")
  void the_example_of_a_pushed_request_has_these_parameters() {
    var form = Example.compact("rfc9126-2.1.form");
    var assertion = form.substring(form.indexOf("eyJ"));
    assertThat(FormEncoding.decode(form).asMap())
        .isEqualTo(
            Map.of(
                "response_type", List.of("code"),
                "state", List.of("af0ifjsldkj"),
                "client_id", List.of("s6BhdRkqt3"),
                "redirect_uri", List.of("https://client.example.org/cb"),
                "code_challenge", List.of("K2-ltc83acc4h0c9w6ESC_rEMTJ3bww-uCHaoeK1t8U"),
                "code_challenge_method", List.of("S256"),
                "scope", List.of("account-information"),
                "client_assertion_type",
                    List.of("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                "client_assertion", List.of(assertion)));
  }

  @Test
  void white_space_of_json_may_stand_where_json_is_expected() {
    var pretty = "%7B%0d%0a%09%7D";
    for (var name : List.of("claims", "authorization_details")) {
      assertThat(FormEncoding.decode(name + "=" + pretty).required(name)).isEqualTo("{\r\n\t}");
    }
  }

  @Test
  @Security(18)
  void an_empty_value_counts_as_absent() {
    assertThat(FormEncoding.decode("state=&nonce&x=1").names()).containsExactly("x");
  }

  @Test
  @Security(17)
  void a_repeated_parameter_keeps_all_its_values() {
    assertThat(FormEncoding.decode("a=1&a=2").all("a")).containsExactly("1", "2");
  }

  @Test
  void a_plus_is_a_space() {
    assertThat(FormEncoding.decode("scope=openid+profile").required("scope"))
        .isEqualTo("openid profile");
  }

  @Test
  @Security(29)
  void a_name_longer_than_any_is_refused() {
    assertThatThrownBy(() -> FormEncoding.decode("s".repeat(201) + "=x"))
        .hasMessageContaining("longer than 200")
        .hasMessageNotContaining("sss");
  }

  @Test
  @Spec("RFC 7662 §2.1")
  void a_value_may_be_as_long_as_a_token_of_somebody_in_many_groups() {
    assertThat(FormEncoding.decode("token=" + "x".repeat(60_000)).required("token"))
        .hasSize(60_000);
  }

  @Test
  @Security(29)
  void more_parameters_than_any_request_has_are_refused() {
    assertThatThrownBy(() -> FormEncoding.decode("a=1&".repeat(300)))
        .hasMessageContaining("parameters");
  }

  @Test
  void what_is_repeated_is_encoded_as_often() {
    var parameters = FormEncoding.decode("state=a%20b&resource=x&resource=y");
    assertThat(FormEncoding.encode(parameters)).isEqualTo("state=a%20b&resource=x&resource=y");
  }

  @Test
  void nothing_decodes_to_no_parameters() {
    assertThat(FormEncoding.decode("").names()).isEmpty();
  }
}
