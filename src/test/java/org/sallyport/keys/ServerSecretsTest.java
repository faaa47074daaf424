package org.sallyport.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.platform.crypto.Purpose.CREDENTIAL;
import static org.sallyport.platform.crypto.Purpose.CSRF;
import static org.sallyport.platform.crypto.Purpose.PAIRWISE;
import static org.sallyport.platform.crypto.Purpose.TICKET;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.platform.crypto.ServerMac;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;

class ServerSecretsTest {
  private static final byte[] DATA = "grant 1".getBytes(UTF_8);

  private final Store store = Stores.h2();
  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final LiveKeys node = TestKeys.started(store, clock);
  private final ServerSecrets secrets = TestKeys.secrets(node);

  @Test
  void what_one_node_makes_every_node_knows() {
    var other = TestKeys.node(store, clock, node.master.get());
    other.start();
    var known = TestKeys.secrets(other);
    assertThat(known.verify(CREDENTIAL, DATA, secrets.mac(CREDENTIAL, DATA))).isTrue();
    assertThat(known.open(TICKET, secrets.seal(TICKET, DATA))).contains(DATA);
  }

  @Test
  void a_code_says_the_number_of_its_secret_first() {
    assertThat(secrets.mac(CREDENTIAL, DATA)).hasSize(ServerMac.LENGTH).startsWith(0, 1);
  }

  @Test
  @Security(79)
  void what_was_made_for_one_purpose_is_nothing_for_another() {
    assertThat(secrets.verify(CSRF, DATA, secrets.mac(CREDENTIAL, DATA))).isFalse();
    assertThat(secrets.open(CSRF, secrets.seal(TICKET, DATA))).isEmpty();
  }

  @Test
  void no_byte_of_a_code_can_be_changed() {
    var code = secrets.mac(CREDENTIAL, DATA);
    for (int i = 0; i < code.length; i++) {
      code[i] ^= 1;
      assertThat(secrets.verify(CREDENTIAL, DATA, code)).as("byte %s", i).isFalse();
      code[i] ^= 1;
    }
  }

  @Test
  void a_code_of_another_length_is_none() {
    var code = secrets.mac(CREDENTIAL, DATA);
    assertThat(secrets.verify(CREDENTIAL, DATA, Arrays.copyOf(code, code.length + 1))).isFalse();
    assertThat(secrets.verify(CREDENTIAL, DATA, new byte[0])).isFalse();
  }

  @Test
  void what_was_never_sealed_does_not_open() {
    assertThat(Stream.of("", "A", "AAE", "AAEA", "not base64!", "AAEA".repeat(20)))
        .allMatch(ticket -> secrets.open(TICKET, ticket).isEmpty());
  }

  @Test
  void a_new_secret_is_used_once_it_has_been_announced_and_the_old_one_still_verifies() {
    var old = secrets.mac(CREDENTIAL, DATA);
    rotate();
    assertThat(secrets.mac(CREDENTIAL, DATA)).startsWith(0, 2);
    assertThat(secrets.verify(CREDENTIAL, DATA, old)).isTrue();
  }

  @Test
  @Spec("OpenID Connect Core §8.1")
  void what_people_are_called_by_in_a_sector_stays_the_same_for_good() {
    var before = secrets.mac(PAIRWISE, DATA);
    for (var i = 0; i < 4; i++) {
      rotate();
      clock.advance(Duration.ofDays(1_000));
      node.refresh();
    }
    var other = TestKeys.node(store, clock, node.master.get());
    other.start();
    assertThat(secrets.mac(CREDENTIAL, DATA)).startsWith(0, 5);
    assertThat(secrets.mac(PAIRWISE, DATA)).isEqualTo(before);
    assertThat(TestKeys.secrets(other).mac(PAIRWISE, DATA)).isEqualTo(before);
  }

  @Test
  void an_old_secret_is_kept_as_long_as_a_refresh_token_may_live() {
    var old = secrets.mac(CREDENTIAL, DATA);
    rotate();
    clock.advance(node.settings.tokens().refreshTokenLifetime().minusMillis(1));
    assertThat(secrets.verify(CREDENTIAL, DATA, old)).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(secrets.verify(CREDENTIAL, DATA, old)).isFalse();
  }

  private void rotate() {
    clock.advance(TestKeys.ROTATE.minus(TestKeys.ANNOUNCE));
    node.refresh();
    clock.advance(TestKeys.ANNOUNCE);
  }
}
