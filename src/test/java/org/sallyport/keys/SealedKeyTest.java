package org.sallyport.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.protocol.SigningAlgorithm;

class SealedKeyTest {
  private static final KeySeries SERIES = KeySeries.of(SigningAlgorithm.ES256);

  private static final Signatures BY_JDK = new Signatures(Optional.empty());

  private final MasterKey master = TestKeys.master();
  private final SealedKey key = SealedKey.of(SERIES.newKey(Optional.empty()), SERIES, 1, master);

  @Test
  void a_key_opens_under_its_master_key() {
    assertThat(((SigningKey) key.open(master, BY_JDK)).kid()).isEqualTo(key.kid());
  }

  @Test
  void another_master_key_is_refused_with_the_remedy() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> key.open(TestKeys.master(), BY_JDK))
        .withMessageContaining("keys.master-key")
        .withMessageContaining("give the master key that this database was first started with");
  }

  @Test
  void a_key_does_not_open_in_the_place_of_another() {
    var moved = new SealedKey(key.kid(), KeySeries.of(Purpose.CSRF), key.number(), key.sealed());
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> moved.open(master, BY_JDK));
  }

  @Test
  void nothing_of_the_private_half_is_to_be_read_in_the_row() {
    assertThat(key.sealed().text()).doesNotContain("\"d\"").matches("[A-Za-z0-9+/=]+");
  }
}
