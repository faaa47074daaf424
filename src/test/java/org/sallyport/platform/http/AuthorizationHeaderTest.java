package org.sallyport.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;

@Spec("RFC 9110 §11.4")
class AuthorizationHeaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"Basic abc", "basic  abc", " BASIC \t abc ", "bAsIc     abc"})
  void a_scheme_has_no_case_and_any_number_of_spaces_behind_it(String value) {
    var header = AuthorizationHeader.parse(value);
    assertThat(header.carries("Basic")).isTrue();
    assertThat(header.credentials()).isEqualTo("abc");
    assertThat(header.toString()).doesNotContain("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Basic", "Basic ", "Basicabc", "Basic-x abc", "Bearer abc"})
  void what_carries_nothing_in_it_is_not_of_it(String value) {
    assertThat(AuthorizationHeader.parse(value).carries("Basic")).isFalse();
  }
}
