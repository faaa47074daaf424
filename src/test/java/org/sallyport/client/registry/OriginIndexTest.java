package org.sallyport.client.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;

class OriginIndexTest {
  private static final String SHARED = "https://shared.test";

  private final OriginIndex index = new OriginIndex();

  @Test
  @Security(65)
  void an_origin_is_there_as_long_as_any_client_has_it() {
    index.put("one", Set.of(SHARED, "https://one.test"));
    index.put("two", Set.of(SHARED));
    index.put("one", Set.of());
    assertThat(index.contains("https://one.test")).isFalse();
    assertThat(index.contains(SHARED)).isTrue();
    index.put("two", Set.of("https://two.test"));
    assertThat(index.contains(SHARED)).isFalse();
    assertThat(index.contains("https://two.test")).isTrue();
  }

  @Test
  void the_same_again_changes_nothing() {
    index.put("one", Set.of(SHARED));
    index.put("one", Set.of(SHARED));
    index.put("two", Set.of());
    assertThat(index.contains(SHARED)).isTrue();
    index.put("one", Set.of());
    assertThat(index.contains(SHARED)).isFalse();
  }
}
