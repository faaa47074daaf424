package org.sallyport.platform.persistence.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.hibernate.boot.model.internal.BinderHelper;
import org.hibernate.engine.internal.ManagedTypeHelper;
import org.junit.jupiter.api.Test;

class ForeignClassesTest {
  @Test
  void hibernate_still_keeps_what_it_knows_of_classes_in_the_places_that_are_cleared() {
    assertThat(values(BinderHelper.class)).isNotNull();
    assertThat(values(ManagedTypeHelper.class)).isNotNull();
  }

  @Test
  void what_it_knows_of_a_class_is_forgotten() {
    var known = values(ManagedTypeHelper.class).get(String.class);
    assertThat(values(ManagedTypeHelper.class).get(String.class)).isSameAs(known);
    new ForeignClasses(Set.of(String.class)).forget();
    assertThat(values(ManagedTypeHelper.class).get(String.class)).isNotSameAs(known);
  }

  private static ClassValue<?> values(Class<?> keeper) {
    var field =
        Arrays.stream(keeper.getDeclaredFields())
            .filter(f -> f.getType() == ClassValue.class)
            .findFirst()
            .orElseThrow();
    try {
      field.setAccessible(true);
      return (ClassValue<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
