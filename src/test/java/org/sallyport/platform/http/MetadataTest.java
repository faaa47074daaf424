package org.sallyport.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;

class MetadataTest {
  @Test
  @Spec("RFC 8414 §2")
  @Security(122)
  void several_sources_make_one_document() {
    var metadata = new Metadata();
    metadata.put("issuer", "https://id.test");
    metadata.add("grant_types_supported", "refresh_token");
    metadata.add("grant_types_supported", "authorization_code", "refresh_token");
    metadata.put("claims_parameter_supported", false);
    assertThat(metadata.toJson())
        .isEqualTo(
            "{\"claims_parameter_supported\":false,"
                + "\"grant_types_supported\":[\"authorization_code\",\"refresh_token\"],"
                + "\"issuer\":\"https://id.test\"}");
  }

  @Test
  @Spec("RFC 8414 §3.2")
  void an_empty_list_is_left_out() {
    var metadata = new Metadata();
    metadata.add("scopes_supported");
    assertThat(metadata.toJson()).isEqualTo("{}");
  }

  @Test
  void two_sources_cannot_say_the_same_thing() {
    var metadata = new Metadata();
    metadata.put("issuer", "https://id.test");
    assertThatThrownBy(() -> metadata.put("issuer", "https://evil.test"))
        .isInstanceOf(IllegalStateException.class);
  }
}
