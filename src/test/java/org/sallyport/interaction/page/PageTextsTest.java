package org.sallyport.interaction.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class PageTextsTest {

  /** Open Liberty keeps a bean in a map before anything is injected into it. */
  @Test
  void it_is_a_key_of_a_map_before_it_has_its_page() {
    var kept = new HashMap<Object, String>();
    var texts = new PageTexts();
    kept.put(texts, "kept");
    assertThat(kept.get(texts)).isEqualTo("kept");
    assertThat(kept.get(new PageTexts())).isNull();
  }
}
