package org.sallyport.platform.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;

@Spec("RFC 9110 §8.3.1")
class MediaTypesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/x-www-form-urlencoded; charset=UTF-8",
        "application/x-www-form-urlencoded;charset=\"utf-8\"",
        "application/vnd.a+json;v=1 ; w=2",
        "application/x-www-form-urlencoded;",
        "application/x-www-form-urlencoded; charset",
      })
  void a_media_type_is_one(String value) {
    assertThat(MediaTypes.isOne(value)).isTrue();
  }

  @ParameterizedTest
  @Security(38)
  @ValueSource(
      strings = {
        "",
        "bogus",
        "a/",
        "/b",
        "a/b/c",
        "a/b;c=\"",
        "J\u00f6rg/x",
        "a/b,",
        "a/b\u0000",
      })
  void what_is_malformed_is_none(String value) {
    assertThat(MediaTypes.isOne(value)).isFalse();
  }

  @ParameterizedTest
  @Security(38)
  @ValueSource(strings = {"a", "a;", "c=d;", ";", " "})
  void a_long_one_takes_no_time(String part) {
    assertThat(MediaTypes.isOne("a/b;" + part.repeat(10_000))).isFalse();
    assertThat(MediaTypes.isOne("a/b;" + part.repeat(900 / part.length()) + ",")).isFalse();
  }
}
