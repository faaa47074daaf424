package org.sallyport.person.signin;

import static org.sallyport.person.signin.FailureCounter.CounterKind.ACCOUNT;
import static org.sallyport.person.signin.FailureCounter.CounterKind.ACCOUNT_AT_ADDRESS;
import static org.sallyport.person.signin.FailureCounter.CounterKind.ADDRESS;
import static org.sallyport.person.signin.FailureCounter.CounterKind.DEVICE;
import static org.sallyport.person.signin.FailureCounter.CounterKind.EVERYWHERE;

import java.util.List;
import java.util.Optional;
import org.sallyport.platform.ratelimit.Network;

/**
 * What a try is counted by.
 *
 * @param shares what it may be let through by, if only others make it wait
 */
record CountedAttempt(List<FailureCounter> counters, Optional<ReserveShares> shares) {

  /** A try with a device that the owner of the account has signed in with before. */
  static CountedAttempt with(String device, String account) {
    var counter = FailureCounter.of(DEVICE, device + "\n" + account);
    return new CountedAttempt(List.of(counter), Optional.empty());
  }

  /** A try at this account from an address. */
  static CountedAttempt from(String address, String account) {
    var network = Network.of(address);
    var counters =
        List.of(
            FailureCounter.of(ACCOUNT, account),
            FailureCounter.of(ACCOUNT_AT_ADDRESS, account + "\n" + network),
            FailureCounter.of(ADDRESS, network),
            FailureCounter.of(EVERYWHERE, ""));
    return new CountedAttempt(
        counters, Optional.of(new ReserveShares(account, network, Network.site(address))));
  }

  /** The counter of the account, from wherever. */
  Optional<FailureCounter> account() {
    return counters.stream().filter(c -> c.kind() == ACCOUNT).findFirst();
  }

  /** All others. */
  List<FailureCounter> besideAccount() {
    return counters.stream().filter(c -> c.kind() != ACCOUNT).toList();
  }

  /** The counters that only tries from the same device or network can have made wait. */
  List<FailureCounter> firm() {
    return counters.stream().filter(c -> !c.yields()).toList();
  }
}
