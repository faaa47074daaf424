package org.sallyport.client.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.sallyport.Spec;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.platform.config.ConfigValue;
import org.sallyport.platform.config.ConfigValueReader;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/** One reader of client metadata, wherever it comes from, with two kinds of complaint. */
class SubmittedMetadataTest {
  private static final String WEB =
      """
      {"client_name": "Web", "redirect_uris": ["https://web.test/cb"]}
      """;

  @Test
  @Spec("RFC 7591 §3.2.2")
  void the_metadata_of_a_request_is_read_by_the_same_rules_and_refused_in_its_terms() {
    assertThat(submitted(WEB)).isEqualTo(ClientMetadata.read(ConfigValue.parse("clients[0]", WEB)));
    assertThatThrownBy(() -> submitted(WEB.replace("https://web.test/cb", "http://web.test/cb")))
        .isInstanceOfSatisfying(
            OAuthException.class,
            e -> {
              assertThat(e.error()).isEqualTo(OAuthError.INVALID_REDIRECT_URI);
              assertThat(e.reason()).startsWith("redirect_uris[0]: a redirect URI ");
            });
    assertThatThrownBy(() -> submitted(WEB.replace("client_name", "name")))
        .isInstanceOfSatisfying(
            OAuthException.class,
            e -> assertThat(e.error()).isEqualTo(OAuthError.INVALID_CLIENT_METADATA));
  }

  private static ClientMetadata submitted(String json) {
    var request = Json.createReader(new StringReader(json)).readObject();
    return ConfigValueReader.submitted(request, ClientMetadata::read);
  }
}
