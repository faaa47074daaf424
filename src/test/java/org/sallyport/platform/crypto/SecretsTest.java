package org.sallyport.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

class SecretsTest {
  @Test
  @Spec("RFC 6749 §10.10")
  void a_token_is_256_bits_in_base64url() {
    assertThat(Secrets.token()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void no_two_tokens_are_alike() {
    assertThat(Stream.generate(Secrets::token).limit(1_000)).doesNotHaveDuplicates();
  }
}
