package org.sallyport.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sallyport.SettableClock;
import org.sallyport.platform.outgoing.Elsewhere;
import org.sallyport.platform.outgoing.TestOutgoing;
import org.sallyport.platform.persistence.Race;

/** Keys at the address of a client: seldom asked for, and never missed. */
class RemoteKeysTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final RemoteKeys keys = TestRemoteKeys.by(TestOutgoing.allowing("keys.test"), clock);
  private final Signer first = Signer.es256("first");
  private final Signer second = Signer.es256("second");

  @Test
  void they_are_asked_for_once_in_five_minutes() {
    try (var there = Elsewhere.serving(first.jwks())) {
      assertThat(keys.fit(at(there), by(first))).isTrue();
      clock.advance(Duration.ofMinutes(4));
      assertThat(keys.fit(at(there), by(first))).isTrue();
      assertThat(there.connections()).isEqualTo(1);
      clock.advance(Duration.ofMinutes(1));
      assertThat(keys.fit(at(there), by(first))).isTrue();
      assertThat(there.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_new_key_is_seen_at_once_and_an_old_one_no_longer_counts() {
    try (var there = Elsewhere.serving(first.jwks())) {
      assertThat(keys.fit(at(there), by(first))).isTrue();
      there.serve(second.jwks());
      clock.advance(Duration.ofSeconds(10));
      assertThat(keys.fit(at(there), by(second))).isTrue();
      assertThat(keys.fit(at(there), by(first))).isFalse();
    }
  }

  @Test
  void wrong_signatures_do_not_make_us_ask_more_often_than_every_ten_seconds() {
    try (var there = Elsewhere.serving(first.jwks())) {
      for (var i = 0; i < 50; i++) {
        assertThat(keys.fit(at(there), by(second))).isFalse();
      }
      assertThat(there.connections()).isEqualTo(1);
      assertThat(keys.fit(at(there), by(first))).isTrue();
    }
  }

  @Test
  void it_is_known_whether_they_are_missing_or_others() {
    try (var there = Elsewhere.serving(first.jwks())) {
      assertThat(keys.areMissing(at(there))).isTrue();
      assertThat(keys.fit(at(there), by(second))).isFalse();
      assertThat(keys.areMissing(at(there))).isFalse();
      there.send("HTTP/1.1 500 Oh\r\n\r\n");
      clock.advance(Duration.ofSeconds(10));
      assertThat(keys.fit(at(there), by(second))).isFalse();
      assertThat(keys.areMissing(at(there))).isTrue();
    }
  }

  @Test
  void a_key_to_encrypt_to_is_found_among_them() {
    var how = new Encryption("ECDH-ES", "A128GCM");
    try (var there = Elsewhere.serving(first.jwks())) {
      assertThat(keys.toEncrypt(at(there), how)).isEmpty();
      there.serve(Recipient.BOB.jwks());
      clock.advance(Duration.ofSeconds(10));
      assertThat(keys.toEncrypt(at(there), how)).contains(Recipient.BOB.key().toPublicJWK());
    }
  }

  @Test
  void while_they_cannot_be_had_the_last_ones_count_for_an_hour() {
    try (var there = Elsewhere.serving(first.jwks())) {
      assertThat(keys.fit(at(there), by(first))).isTrue();
      there.send("HTTP/1.1 500 Oh\r\n\r\n");
      clock.advance(Duration.ofMinutes(59));
      assertThat(keys.fit(at(there), by(first))).isTrue();
      clock.advance(Duration.ofMinutes(2));
      assertThat(keys.fit(at(there), by(first))).isFalse();
    }
  }

  @Test
  void many_at_once_ask_once_and_all_get_the_answer() {
    try (var there = Elsewhere.serving(first.jwks())) {
      var answers = Race.of(8, () -> keys.fit(at(there), by(first)));
      assertThat(answers).containsOnly(true);
      assertThat(there.connections()).isEqualTo(1);
    }
  }

  @Test
  void what_is_no_key_set_signs_nothing() {
    try (var there = Elsewhere.serving("<html>")) {
      assertThat(keys.fit(at(there), by(first))).isFalse();
    }
  }

  private static URI at(Elsewhere there) {
    return URI.create("http://keys.test:" + there.port() + "/jwks");
  }

  private static Predicate<PublicKeys> by(Signer signer) {
    var token = signer.sign(new JWTClaimsSet.Builder().subject("me").build());
    return keys -> keys.haveSigned(ForeignJwt.parse(token, "client_assertion", INVALID_CLIENT));
  }
}
