package org.sallyport.keys;

import static java.time.temporal.ChronoUnit.SECONDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.sallyport.keys.KeySuccession.KeptKey;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.KeyChanged;
import org.sallyport.platform.clock.ClockAgreement;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.KeyReplacement;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.crypto.MasterKey;
import org.sallyport.platform.crypto.SignatureProvider;
import org.sallyport.platform.persistence.UnreadableRows;
import org.sallyport.platform.persistence.mapping.StoredTime;
import org.sallyport.platform.runtime.StartStep;
import org.sallyport.platform.transaction.Transactions;

/**
 * The keys in memory. No request waits for the database to use one: they are read, and made when
 * due, at start and by a timer.
 */
@ApplicationScoped
public class LiveKeys implements StartStep {
  @Inject ServerKeys rows;
  @Inject Transactions transactions;
  @Inject Provider<MasterKey> master;
  @Inject SignatureProvider signatures;
  @Inject Audit audit;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject ClockAgreement agreement;
  @Inject UnreadableRows unreadable;

  private volatile KeyRing ring = KeyRing.EMPTY;
  private volatile PublishedKeys published = PublishedKeys.of(List.of());

  @Override
  public Stage stage() {
    return Stage.KEYS;
  }

  @Override
  public void start() {
    settings.keys().replacements().forEach(this::refuseAhead);
    refresh();
  }

  /** The keys as last read. */
  KeyRing ring() {
    return ring;
  }

  /** The JWK set as last made. */
  PublishedKeys published() {
    return published;
  }

  /** Reads the keys if they have changed, and makes those that are due. */
  synchronized void refresh() {
    load();
    settings
        .keys()
        .replacements()
        .forEach(r -> replace(new KeySeriesName(r.which()), r.madeBefore()));
    var now = clock.instant();
    ring.needed().forEach(this::succeed);
    published = PublishedKeys.of(ring.publicKeys(now));
  }

  /** Makes the first key of a series, if there is none yet; it signs once everybody can know it. */
  synchronized void begin(KeySeries series) {
    if (ring.newest(series).isPresent()) {
      return;
    }
    load();
    if (ring.newest(series).isEmpty()) {
      var now = clock.instant();
      var key = newKey(series, 1);
      var first = new ServerKey(key, now, now.plus(KeyRotation.FIRST));
      add(first, () -> rows.begin(first));
    }
  }

  /**
   * Voids keys at once, as after a leak: they verify and open nothing any more on any node within
   * two seconds, and others are used instead, announced or not.
   *
   * @param which all, signing, encryption, secrets, or one algorithm or purpose; others are refused
   * @param madeBefore those that were made before; the same call a second time finds none
   */
  public synchronized void rotateAtOnce(String which, Instant madeBefore) {
    load();
    replace(new KeySeriesName(which), madeBefore);
  }

  /** From now on others may fetch the key set. */
  void beginPublishing() {
    transactions.inNew(
        () -> {
          rows.beginPublishing();
          return true;
        });
  }

  private void load() {
    if (!transactions.inNew(rows::kids).equals(ring.kids())) {
      var by = new Signatures(signatures.chosen());
      ring = KeyRing.open(transactions.inNew(rows::all), master.get(), by, unreadable);
      // With the keys themselves, or none would know a key that signs while the database is away.
      published = PublishedKeys.of(ring.publicKeys(clock.instant()));
    }
  }

  // A time that lies ahead would be missed by whoever waits for it.
  private void refuseAhead(KeyReplacement set) {
    var now = clock.instant();
    if (StoredTime.isAhead(set.madeBefore(), now)) {
      throw new ConfigurationException(
          "setting keys.rotate-at-once",
          set.madeBefore() + " lies ahead",
          "write the time it is now, in UTC: " + now.truncatedTo(SECONDS));
    }
  }

  // An order of the operator's: it waits for no clocks to agree.
  private void replace(KeySeriesName which, Instant madeBefore) {
    var now = clock.instant();
    if (!now.isBefore(madeBefore)) {
      var leak = KeyLeak.at(madeBefore, agreement.time());
      ring.leaked(leak).stream().filter(which::covers).forEach(s -> replace(s, leak, now));
    }
  }

  private void replace(KeySeries series, KeyLeak leak, Instant now) {
    // Made beforehand: it takes its time, in which no other node should wait.
    var key = series.newKey(signatures.chosen());
    var since = leak.madeBefore();
    IntFunction<ServerKey> next =
        n -> new ServerKey(SealedKey.of(key, series, n, master.get()), since, since);
    transactions.inNew(
        () -> {
          var done = rows.replace(series, leak, now, next);
          done.gone().forEach(gone -> audit.record(changed(gone, "void")));
          done.made().ifPresent(made -> audit.record(changed(made, "active")));
          return done;
        });
    load();
  }

  private SealedKey newKey(KeySeries series, int number) {
    return SealedKey.of(series.newKey(signatures.chosen()), series, number, master.get());
  }

  private void succeed(KeySeries series) {
    var newest = ring.newest(series);
    // The first key cannot wait until clocks agree; each later one retires another for good.
    var time = newest.isEmpty() ? Optional.of(clock.instant()) : agreement.time();
    time.ifPresent(now -> succeed(series, newest, now));
  }

  private void succeed(KeySeries series, Optional<KeptKey<KeyRing.Key>> newest, Instant now) {
    var rotation = KeyRotation.of(series, settings);
    rotation
        .next(newest.map(KeptKey::activeFrom), now)
        .ifPresent(
            from -> {
              var number = newest.map(KeptKey::number).orElse(0) + 1;
              var key = newKey(series, number);
              var next = new ServerKey(key, now, from);
              add(next, () -> rows.add(next, rotation.keep()));
            });
  }

  private void add(ServerKey next, BooleanSupplier row) {
    transactions.inNew(
        () -> {
          var byThisNode = row.getAsBoolean();
          if (byThisNode) {
            var announced = next.activeFrom().isAfter(clock.instant());
            audit.record(changed(next, announced ? "announced" : "active"));
          }
          return byThisNode;
        });
    load();
  }

  private static KeyChanged changed(ServerKey key, String stage) {
    var series = key.sealed().series();
    return new KeyChanged(key.sealed().kid(), series.purpose() + ' ' + series.algorithm(), stage);
  }
}
