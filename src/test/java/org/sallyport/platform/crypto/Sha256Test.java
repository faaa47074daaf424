package org.sallyport.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.Spec;

class Sha256Test {
  @Test
  @Spec("FIPS 180-4")
  void a_hash_is_what_the_standard_says() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  @Spec("RFC 7636 §B")
  void a_hash_in_base64url_has_no_padding() {
    assertThat(Sha256.base64url("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }
}
