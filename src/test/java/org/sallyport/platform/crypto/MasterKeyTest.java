package org.sallyport.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
  private static final byte[] KEY = {1, 2, 3};

  private final MasterKey master = MasterKey.parse(MasterKey.random());

  @Test
  void a_key_opens_as_what_it_was_sealed_as() {
    assertThat(master.open(master.seal(KEY, "signing 1"), "signing 1")).contains(KEY);
  }

  @Test
  void a_key_does_not_open_as_another() {
    assertThat(master.open(master.seal(KEY, "signing 1"), "signing 2")).isEmpty();
  }

  @Test
  void base64url_without_padding_is_the_same_key() {
    var bytes = Secrets.random(32);
    bytes[0] = (byte) 0xff;
    var one = MasterKey.parse(Base64.getEncoder().encodeToString(bytes) + "\n");
    var other = MasterKey.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    assertThat(other.open(one.seal(KEY, ""), "")).contains(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c2hvcnQ=", "not base64!", "correct horse battery staple"})
  void what_is_not_32_bytes_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.parse(text));
  }
}
