package org.sallyport.person.signin;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import org.sallyport.platform.crypto.Sha256;

/**
 * One thing by which failed sign-ins are counted.
 *
 * @param keyHash SHA-256 of what is counted, since a name typed by mistake may be a password
 */
record FailureCounter(CounterKind kind, String keyHash) {

  /** What failures are counted by, and how many of them each kind bears. */
  enum CounterKind {
    /** One account, from wherever; it yields to what {@link AttemptReserve} keeps for a network. */
    ACCOUNT(true, 20, ofSeconds(5), ofMinutes(60)),
    /** One account, from one network. */
    ACCOUNT_AT_ADDRESS(true, 5, ofSeconds(5), ofMinutes(15)),
    /** One account, from a browser its owner has signed in with before. */
    DEVICE(true, 10, ofSeconds(5), ofMinutes(15)),
    /** One network, whatever the account. */
    ADDRESS(false, 100, ofSeconds(2), ofMinutes(1)),
    /** All sign-ins here: so many failures are a guess at many accounts from many addresses. */
    EVERYWHERE(false, 3_000, ofSeconds(1), ofSeconds(5)),
    /**
     * What is used up of the {@link AttemptReserve}, which says how much there is: nobody waits for
     * it.
     */
    RESERVE(false, 3_000, ofSeconds(1), ofSeconds(1));

    private final boolean ofOneAccount;
    private final int free;
    private final Duration first;
    private final Duration longest;

    CounterKind(boolean ofOneAccount, int free, Duration first, Duration longest) {
      this.ofOneAccount = ofOneAccount;
      this.free = free;
      this.first = first;
      this.longest = longest;
    }

    int free() {
      return free;
    }

    Duration longest() {
      return longest;
    }

    LockoutPolicy allowance() {
      return new LockoutPolicy(free, first, longest);
    }
  }

  /** The counter of this kind for this key. */
  static FailureCounter of(CounterKind kind, String key) {
    return new FailureCounter(kind, Sha256.hex(kind + "\n" + key));
  }

  /** Whether others, from networks of their own, can make everybody wait by it. */
  boolean yields() {
    return kind == CounterKind.ACCOUNT || kind == CounterKind.EVERYWHERE;
  }

  /** Whether it counts what is used up of the {@link AttemptReserve}. */
  boolean isReserve() {
    return kind == CounterKind.RESERVE;
  }

  /** Whether a success clears it; one that many accounts share only loses the try itself. */
  boolean ofOneAccount() {
    return kind.ofOneAccount;
  }
}
