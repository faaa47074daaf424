package org.sallyport.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.Security;
import org.sallyport.SettableClock;
import org.sallyport.Spec;
import org.sallyport.platform.jose.Encrypter;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.Stores;

/** What is encrypted to a key that we publish, we open, on every node, through its rotation. */
@Spec("RFC 7517 §4.2")
class DecryptionKeysTest {
  private final SettableClock clock = new SettableClock(TestKeys.NOW);
  private final Store store = Stores.h2();
  private final LiveKeys node = TestKeys.started(store, clock);
  private final SigningKeys signing = TestKeys.signing(node);
  private final DecryptionKeys keys = TestKeys.decrypting(signing);

  @ParameterizedTest
  @ValueSource(strings = {"ECDH-ES", "RSA-OAEP-256"})
  void an_old_key_opens_for_a_while_but_is_no_longer_published(String algorithm) {
    var old = Encrypter.to(node.published().json(), algorithm);
    assertThat(opened(old)).hasValue("content");
    pass(TestKeys.ROTATE.minus(TestKeys.ANNOUNCE));
    assertThat(Encrypter.to(node.published().json(), algorithm)).isEqualTo(old);
    pass(TestKeys.ANNOUNCE);
    var next = Encrypter.to(node.published().json(), algorithm);
    assertThat(next).isNotEqualTo(old);
    assertThat(published(algorithm)).hasSize(1);
    assertThat(opened(next)).hasValue("content");
    pass(TestKeys.RETIRE.minus(Duration.ofSeconds(1)));
    assertThat(opened(old)).hasValue("content");
    pass(Duration.ofSeconds(1));
    assertThat(opened(old)).isEmpty();
    assertThat(opened(next)).hasValue("content");
  }

  @ParameterizedTest
  @Security(121)
  @ValueSource(strings = {"ECDH-ES", "RSA-OAEP-256"})
  @Spec("RFC 8725 §3.2")
  void no_signature_is_ever_checked_by_it(String algorithm) {
    for (var key : published(algorithm)) {
      assertThat(key.getKeyUse().identifier()).isEqualTo("enc");
      assertThat(key.isPrivate()).isFalse();
      assertThat(signing.find(key.getKeyID())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ECDH-ES", "RSA-OAEP-256"})
  void what_is_for_another_or_was_changed_stays_closed(String algorithm) {
    var elsewhere = TestKeys.started(Stores.h2(), clock);
    assertThat(opened(Encrypter.to(elsewhere.published().json(), algorithm))).isEmpty();
    var ours = Encrypter.to(node.published().json(), algorithm);
    var foreign = Encrypter.to(elsewhere.published().json(), algorithm).key();
    var header = ours.header("A128GCM").build();
    assertThat(open(new Encrypter(foreign).encrypt(header, "content"))).isEmpty();
    var parts = ours.encrypt("content").split("[.]", -1);
    parts[4] = ours.encrypt("content").split("[.]", -1)[4];
    assertThat(open(String.join(".", parts))).isEmpty();
  }

  private Optional<String> opened(Encrypter encrypter) {
    return open(encrypter.encrypt("content"));
  }

  private Optional<String> open(String object) {
    try {
      return keys.open(JWEObject.parse(object));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private List<JWK> published(String algorithm) {
    try {
      return JWKSet.parse(node.published().json()).getKeys().stream()
          .filter(k -> k.getAlgorithm().getName().equals(algorithm))
          .toList();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private void pass(Duration time) {
    clock.advance(time);
    node.refresh();
  }
}
