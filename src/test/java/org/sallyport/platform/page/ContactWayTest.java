package org.sallyport.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;

class ContactWayTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "a@b.test?subject=x",
        "\" onclick=\"x\"@b.test",
        "https://a b.test/",
        "Ann <ann@notes.test>",
        "+49 call me"
      })
  @Security(35)
  void what_is_not_known_to_be_an_address_is_plain_text(String contact) {
    assertThat(ContactWay.html(contact))
        .isEqualTo("<bdi>" + Html.escape(contact) + "</bdi>")
        .doesNotContain("href");
  }
}
