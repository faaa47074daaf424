package org.sallyport.person.credential;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.metrics.Family;
import org.sallyport.platform.metrics.Measure;
import org.sallyport.platform.metrics.Measured;
import org.sallyport.platform.runtime.AdmissionGate;

/**
 * Where passwords are hashed: so many at once, in the order they came, so that a flood of sign-ins
 * takes neither the memory nor the time of everything else.
 */
@ApplicationScoped
public class PasswordHashing implements Measured {
  // Each who waits holds a thread, which servers commonly have 200 of for all requests.
  private static final int MOST_WAITING = 128;
  private static final int MOST_WAITING_COSTLY = 16;
  private static final Family PLACES =
      Family.gauge("hashing_places", "Passwords that may be checked at once");
  private static final Family FREE =
      Family.gauge("hashing_places_free", "How many more could be checked just now");
  private static final Family WAITING =
      Family.gauge("hashing_waiting", "Sign-ins that wait for their turn");

  @Inject Settings settings;

  private final AdmissionGate costly = new AdmissionGate(1);
  private AdmissionGate places = new AdmissionGate(0);

  @PostConstruct
  void open() {
    places = new AdmissionGate(settings.signIn().concurrency());
  }

  /** Whether one who came now would have to wait. */
  public boolean isFull() {
    return places.free() == 0;
  }

  /** Whether somebody waits for their turn. */
  public boolean isAwaited() {
    return waiting() > 0;
  }

  /** Whether one more may wait for something else besides so many others, and threads are left. */
  public boolean isBearable(int others) {
    return waiting() + others < MOST_WAITING;
  }

  /**
   * Does the work when its turn has come; refuses with {@link TooBusy} when that takes too long, or
   * too many wait already.
   */
  public <T> T inTurn(Supplier<T> work) {
    if (!entered()) {
      throw new TooBusy();
    }
    try {
      return work.get();
    } finally {
      places.leave();
    }
  }

  /**
   * Does the work of checking this hash when its turn has come; refuses with {@link TooBusy}. Of
   * those that cost much more than a new one, one is checked at a time, so that people who come
   * from another system hold up each other at most.
   */
  public <T> T inTurn(Optional<PasswordHash> hash, Supplier<T> work) {
    if (!isCostly(hash)) {
      return inTurn(work);
    }
    if (costly.waiting() >= MOST_WAITING_COSTLY || !costly.enter(settings.signIn().queueWait())) {
      throw new TooBusy();
    }
    try {
      return inTurn(work);
    } finally {
      costly.leave();
    }
  }

  /** Whether who has this hash would have to wait now. */
  public boolean isFull(Optional<PasswordHash> hash) {
    return isFull() || (isCostly(hash) && costly.free() == 0);
  }

  private boolean isCostly(Optional<PasswordHash> hash) {
    return hash.filter(h -> h.isCostly(cost())).isPresent();
  }

  int waiting() {
    return places.waiting();
  }

  @Override
  public Stream<Measure> measures() {
    return Stream.of(
        PLACES.of(settings.signIn().concurrency()), FREE.of(places.free()), WAITING.of(waiting()));
  }

  /** What a new hash costs. */
  public Argon2Cost cost() {
    var signIn = settings.signIn();
    return new Argon2Cost(signIn.memoryKib(), signIn.iterations(), signIn.parallelism());
  }

  private boolean entered() {
    return waiting() < MOST_WAITING && places.enter(settings.signIn().queueWait());
  }
}
