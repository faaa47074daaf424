package org.sallyport.person.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sallyport.Security;

class PasswordHashingTest {
  @Test
  @Security(66)
  void a_crowd_that_waits_for_its_turn_leaves_threads_to_all_others() {
    var crowd = new Crowd(128);
    var hashing = crowd.hashing();
    try (crowd) {
      assertThatThrownBy(() -> hashing.inTurn(() -> true)).isInstanceOf(TooBusy.class);
    }
    assertThat(hashing.waiting()).isZero();
    assertThat(hashing.inTurn(() -> true)).isTrue();
  }
}
