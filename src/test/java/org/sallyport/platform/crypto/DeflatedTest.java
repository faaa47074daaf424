package org.sallyport.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;

class DeflatedTest {

  @Test
  void a_text_comes_back() {
    var text = "Grüße ".repeat(8_000);
    assertThat(Deflated.takes(text)).isTrue();
    assertThat(Deflated.inflate(Deflated.deflate(text))).isEqualTo(text);
  }

  @Test
  @Security(29)
  void a_few_bytes_do_not_become_many() {
    var bomb = "a".repeat(10_000_000);
    assertThat(Deflated.takes(bomb)).isFalse();
    var packed = Deflated.deflate(bomb);
    assertThat(packed).hasSizeLessThan(20_000);
    assertThatThrownBy(() -> Deflated.inflate(packed)).isInstanceOf(UncheckedIOException.class);
  }
}
