package org.sallyport.platform.runtime;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** A number of places, which are had in the order in which they are asked for. */
public final class AdmissionGate {
  private final Semaphore free;

  /** So many, all of them free. */
  public AdmissionGate(int number) {
    free = new Semaphore(number, true);
  }

  /**
   * Whether a place was to be had within this time; whoever has one gives it back by {@link
   * #leave}. Who is interrupted meanwhile has none, and stays interrupted.
   */
  public boolean enter(Duration longestWait) {
    try {
      return free.tryAcquire(longestWait.toNanos(), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives a place back. */
  public void leave() {
    free.release();
  }

  /** How many are free. */
  public int free() {
    return free.availablePermits();
  }

  /** How many wait for one, as far as can be told. */
  public int waiting() {
    return free.getQueueLength();
  }
}
