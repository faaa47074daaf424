package org.sallyport.keys;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sallyport.keys.KeySuccession.KeptKey;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.protocol.SigningAlgorithm;

/** All keys of the server at one moment, opened and ready to use. */
record KeyRing(Set<String> kids, Map<KeySeries, KeySuccession<KeyRing.Key>> series) {
  static final KeyRing EMPTY = new KeyRing(Set.of(), Map.of());

  /** A key ready to use. */
  sealed interface Key permits SigningKey, DecryptionKey, ServerSecret {}

  /**
   * Opens all keys that are kept; refuses a master key that does not open one of them.
   *
   * @param unreadable told of keys that only a newer version knows
   */
  static KeyRing open(
      List<ServerKey> rows, MasterKey master, Signatures signatures, UnreadableRows unreadable) {
    var succession =
        mapping(
            (ServerKey row) -> held(row, row.sealed().open(master, signatures)),
            collectingAndThen(toList(), KeySuccession::new));
    return new KeyRing(
        rows.stream().map(row -> row.sealed().kid()).collect(toUnmodifiableSet()),
        rows.stream()
            .filter(row -> isKnown(row, unreadable))
            .collect(groupingBy(row -> row.sealed().series(), succession)));
  }

  private static boolean isKnown(ServerKey row, UnreadableRows unreadable) {
    var key = row.sealed();
    return unreadable.read("server_key", key.kid(), key.series()::known).isPresent();
  }

  /** The key to sign with by this algorithm. */
  SigningKey active(SigningAlgorithm algorithm, Instant now) {
    return (SigningKey) of(KeySeries.of(algorithm)).active(now);
  }

  /** How long it is until this algorithm's first key signs, if it is merely published. */
  Optional<Duration> untilFirst(SigningAlgorithm algorithm, Instant now) {
    return of(KeySeries.of(algorithm)).untilFirst(now);
  }

  /** The secret to use for this purpose. */
  ServerSecret active(Purpose purpose, Instant now) {
    return (ServerSecret) of(KeySeries.of(purpose)).active(now);
  }

  /** The secret of this number, unless it has been removed. */
  Optional<ServerSecret> numbered(Purpose purpose, int number, Instant now) {
    return of(KeySeries.of(purpose)).numbered(number, now).map(ServerSecret.class::cast);
  }

  /** The signing keys that verifiers may meet, now or soon. */
  Stream<SigningKey> published(Instant now) {
    return Arrays.stream(SigningAlgorithm.values())
        .flatMap(a -> of(KeySeries.of(a)).kept(now).stream())
        .map(SigningKey.class::cast);
  }

  /** The keys that something may still be encrypted to. */
  Stream<DecryptionKey> decrypting(Instant now) {
    return KeySeries.encryption()
        .flatMap(s -> of(s).kept(now).stream())
        .map(DecryptionKey.class::cast);
  }

  /** The public halves that others get to see: to encrypt to, no more of what is being retired. */
  List<JWK> publicKeys(Instant now) {
    var verifying = published(now).map(SigningKey::publicKey);
    var encrypting =
        KeySeries.encryption()
            .flatMap(s -> of(s).current(now).stream())
            .map(held -> ((DecryptionKey) held.key()).publicKey());
    return Stream.concat(verifying, encrypting).toList();
  }

  /** The newest key of a series. */
  Optional<KeptKey<Key>> newest(KeySeries wanted) {
    return of(wanted).newest();
  }

  /** The series to keep up: the standard ones, and any other that was ever used. */
  List<KeySeries> needed() {
    return Stream.concat(KeySeries.standard().stream(), series.keySet().stream())
        .distinct()
        .toList();
  }

  /** Since when the key of a series has been used. */
  Optional<Instant> activeSince(KeySeries wanted, Instant now) {
    return of(wanted).current(now).map(KeptKey::activeFrom);
  }

  /** The series with a key that has leaked. */
  List<KeySeries> leaked(KeyLeak leak) {
    return series.entrySet().stream()
        .filter(e -> e.getValue().keys().stream().anyMatch(k -> leak.covers(k.createdAt())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the key of this number is there. */
  boolean holds(KeySeries wanted, int number) {
    return of(wanted).keys().stream().anyMatch(k -> k.number() == number);
  }

  private KeySuccession<Key> of(KeySeries wanted) {
    return series.getOrDefault(wanted, KeySuccession.none());
  }

  private static KeptKey<Key> held(ServerKey row, Key key) {
    var sealed = row.sealed();
    return new KeptKey<>(sealed.number(), row.createdAt(), row.activeFrom(), row.removedAt(), key);
  }
}
