package org.sallyport.platform.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

class MacTest {
  private static final byte[] DATA = "Hi There".getBytes(US_ASCII);

  // A key of 20 bytes, padded with zeros to 32 as RFC 2104 §2 pads it to 64.
  private static final byte[] KEY = HexFormat.of().parseHex("0b".repeat(20) + "00".repeat(12));

  @Test
  @Spec("RFC 4231 §4.2")
  void a_code_is_what_the_standard_says() {
    assertThat(new Mac(KEY).of(DATA))
        .asHexString()
        .isEqualToIgnoringCase("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  }

  @Test
  void a_code_matches_its_own_data_only() {
    var mac = new Mac(KEY);
    assertThat(mac.matches(mac.of(DATA), DATA)).isTrue();
    assertThat(mac.matches(mac.of(DATA), "hi There".getBytes(US_ASCII))).isFalse();
  }

  @Test
  void a_shortened_code_does_not_match() {
    var mac = new Mac(KEY);
    assertThat(mac.matches(Arrays.copyOf(mac.of(DATA), 16), DATA)).isFalse();
  }

  @Test
  void a_short_key_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Mac(new byte[16]));
  }
}
