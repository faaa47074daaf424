package org.sallyport.protocol.request;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthError;

class AsSentTest {

  @ParameterizedTest
  @CsvSource({
    "https://app.test/cb?a=b&c=%20#x, https://app.test/cb?a=b&c=%20#x",
    "https://bücher.test/, https://b<U+00FC>cher.test/",
    "https://app.test/cb\u00a0, https://app.test/cb<U+00A0>",
    "https://🏰.test/, https://<U+1F3F0>.test/",
    "a b\\c, a<U+0020>b<U+005C>c"
  })
  void a_value_is_told_as_it_came_and_what_nobody_sees_is_named(String came, String told) {
    assertThat(AsSent.of(came)).isEqualTo(told);
  }

  @Test
  void of_a_long_value_the_beginning_and_the_length_are_told() {
    assertThat(AsSent.of("https://app.test/" + "x".repeat(9_983)))
        .startsWith("https://app.test/xxx")
        .endsWith("... (10000 characters)")
        .hasSizeLessThan(350);
  }

  @Property
  @Spec("RFC 6749 §5.2")
  void whatever_came_may_stand_in_a_reason(@ForAll String came) {
    var told = AsSent.of(came);
    assertThat(told).hasSizeLessThan(350);
    assertThat(OAuthError.INVALID_REQUEST.because(told).reason()).isEqualTo(told);
  }
}
