package org.sallyport.client.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.protocol.OAuthException;

/** Where a request object is, and by what hash, are two parts of one address. */
@Spec("OpenID Connect Core §6.2")
class RequestUriTest {
  private static final String HASH = "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0";

  @Test
  void its_fragment_is_not_sent_to_where_it_is() {
    var uri = new RequestUri("https://web.test/r?a=b#" + HASH);
    assertThat(uri.place()).isEqualTo(URI.create("https://web.test/r?a=b"));
    assertThat(uri.hash()).hasValue(HASH);
    assertThat(new RequestUri("https://web.test/r").hash()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "#x", "#" + HASH + "0", "#" + HASH + "#" + HASH})
  void a_fragment_that_is_no_hash_is_refused(String fragment) {
    assertThatThrownBy(() -> new RequestUri("https://web.test/r" + fragment))
        .isInstanceOf(OAuthException.class);
  }

  @Test
  void one_has_512_characters_at_most() {
    var longest = "https://web.test/" + "r".repeat(495);
    assertThat(new RequestUri(longest).value()).hasSize(512);
    assertThatThrownBy(() -> new RequestUri(longest + "r")).isInstanceOf(OAuthException.class);
  }
}
