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
  @Spec("RFC 8705 §5")
  void what_programs_call_has_an_alias_for_use_with_certificates() {
    var metadata = new Metadata();
    metadata.put("issuer", "https://id.test/a");
    metadata.put("token_endpoint", "https://id.test/a/oauth2/token");
    metadata.put("authorization_endpoint", "https://id.test/a/oauth2/authorize");
    metadata.put("end_session_endpoint", "https://id.test/a/oauth2/logout");
    metadata.put("jwks_uri", "https://id.test/a/oauth2/jwks");
    metadata.alias("https://id.test/a", "https://mtls.id.test/a");
    assertThat(metadata.toJson())
        .contains(
            "\"mtls_endpoint_aliases\":"
                + "{\"token_endpoint\":\"https://mtls.id.test/a/oauth2/token\"}");
  }

  @Test
  void two_sources_cannot_say_the_same_thing() {
    var metadata = new Metadata();
    metadata.put("issuer", "https://id.test");
    assertThatThrownBy(() -> metadata.put("issuer", "https://evil.test"))
        .isInstanceOf(IllegalStateException.class);
  }
}
