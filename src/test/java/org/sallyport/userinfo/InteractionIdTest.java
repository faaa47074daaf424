package org.sallyport.userinfo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Spec;
import org.sallyport.client.metadata.ProfileName;

@Spec("FAPI 1.0 Baseline §6.2.1")
class InteractionIdTest {
  private static final Optional<String> NOTHING = Optional.empty();

  @ParameterizedTest
  @ValueSource(
      strings = {"c770aef3-6784-41f7-8e0e-ff5f97bddb3a", "C770AEF3-6784-41F7-8E0E-FF5F97BDDB3A"})
  void what_the_client_sends_comes_back(String id) {
    assertThat(InteractionId.of(Optional.of(id), ProfileName.NONE)).contains(id);
    assertThat(InteractionId.of(Optional.of(id), ProfileName.FAPI1_ADVANCED)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "c770aef3", "c770aef3-6784-41f7-8e0e-ff5f97bddb3a "})
  void what_is_no_uuid_does_not(String text) {
    assertThat(InteractionId.of(Optional.of(text), ProfileName.NONE)).isEmpty();
  }

  @Test
  void only_fapi_1_gets_a_new_one() {
    assertThat(InteractionId.of(NOTHING, ProfileName.NONE)).isEmpty();
    assertThat(InteractionId.of(NOTHING, ProfileName.FAPI2_SECURITY)).isEmpty();
    var made = InteractionId.of(NOTHING, ProfileName.FAPI1_ADVANCED).orElseThrow();
    assertThat(UUID.fromString(made)).hasToString(made);
    assertThat(InteractionId.of(NOTHING, ProfileName.FAPI1_ADVANCED))
        .isNotEqualTo(Optional.of(made));
  }
}
