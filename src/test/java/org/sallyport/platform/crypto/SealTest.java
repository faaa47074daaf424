package org.sallyport.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final byte[] MESSAGE = "a request on hold".getBytes(UTF_8);
  private static final byte[] CONTEXT = "ticket".getBytes(UTF_8);

  private final Seal seal = new Seal(Secrets.random(32));

  @Property(tries = 200)
  void what_was_sealed_opens(@ForAll byte[] message, @ForAll byte[] context) {
    assertThat(seal.open(seal.seal(message, context), context)).contains(message);
  }

  @Test
  void no_byte_can_be_changed_unnoticed() {
    var sealed = seal.seal(MESSAGE, CONTEXT);
    for (int i = 0; i < sealed.length; i++) {
      sealed[i] ^= 1;
      assertThat(seal.open(sealed, CONTEXT)).as("byte %s", i).isEmpty();
      sealed[i] ^= 1;
    }
  }

  @Test
  void nothing_opens_in_another_context() {
    assertThat(seal.open(seal.seal(MESSAGE, CONTEXT), "csrf".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void nothing_opens_under_another_key() {
    var other = new Seal(Secrets.random(32));
    assertThat(other.open(seal.seal(MESSAGE, CONTEXT), CONTEXT)).isEmpty();
  }

  @Test
  void the_same_message_is_never_sealed_alike() {
    assertThat(seal.seal(MESSAGE, CONTEXT)).isNotEqualTo(seal.seal(MESSAGE, CONTEXT));
  }

  @Property(tries = 200)
  void anything_else_does_not_open(@ForAll byte[] garbage) {
    assertThat(seal.open(garbage, CONTEXT)).isEmpty();
  }
}
