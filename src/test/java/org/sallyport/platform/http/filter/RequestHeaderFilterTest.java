package org.sallyport.platform.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.http.TestRequest;
import org.sallyport.platform.http.TestResponse;
import org.sallyport.platform.http.WiredResponses;

@Spec("RFC 9110 §5.5")
class RequestHeaderFilterTest {
  @ParameterizedTest
  @Security(38)
  @ValueSource(ints = {0, 1, 8, 11, 12, 13, 31, 127})
  void a_control_character_is_refused(int character) throws Exception {
    assertThat(passes("a" + (char) character + "b")).isFalse();
  }

  @Test
  void every_other_byte_is_opaque() throws Exception {
    for (var character = ' '; character <= 0xFF; character++) {
      assertThat(character == 0x7F || passes("a" + character)).as("" + (int) character).isTrue();
    }
    assertThat(passes("a\tb")).isTrue();
    assertThat(passes("")).isTrue();
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  private static boolean passes(String value) throws Exception {
    var filter = new RequestHeaderFilter();
    filter.answers = WiredResponses.problems();
    var response = new TestResponse();
    var passed = new AtomicBoolean();
    filter.pass(
        new TestRequest("GET", "/login").header("X", value).request(),
        response.response(),
        (q, a) -> passed.set(true));
    assertThat(response.status()).isEqualTo(passed.get() ? 200 : 400);
    return passed.get();
  }
}
