package org.sallyport.person;

import static org.sallyport.person.Counter.Kind.ACCOUNT;
import static org.sallyport.person.Counter.Kind.ACCOUNT_AT_ADDRESS;
import static org.sallyport.person.Counter.Kind.ADDRESS;
import static org.sallyport.person.Counter.Kind.DEVICE;
import static org.sallyport.person.Counter.Kind.EVERYWHERE;

import java.util.List;
import java.util.Optional;
import org.sallyport.platform.http.Network;

/**
 * What a try is counted by.
 *
 * @param shares what it may be let through by, if only others make it wait
 */
record Tried(List<Counter> counters, Optional<ReserveShares> shares) {

  /** A try with a device that the owner of the account has signed in with before. */
  static Tried with(String device, String account) {
    var counter = Counter.of(DEVICE, device + "\n" + account);
    return new Tried(List.of(counter), Optional.empty());
  }

  /** A try at this account from an address. */
  static Tried from(String address, String account) {
    var network = Network.of(address);
    var counters =
        List.of(
            Counter.of(ACCOUNT, account),
            Counter.of(ACCOUNT_AT_ADDRESS, account + "\n" + network),
            Counter.of(ADDRESS, network),
            Counter.of(EVERYWHERE, ""));
    return new Tried(
        counters, Optional.of(new ReserveShares(account, network, Network.site(address))));
  }

  /** The counter of the account, from wherever. */
  Optional<Counter> account() {
    return counters.stream().filter(c -> c.kind() == ACCOUNT).findFirst();
  }

  /** All others. */
  List<Counter> besideAccount() {
    return counters.stream().filter(c -> c.kind() != ACCOUNT).toList();
  }

  /** The counters that only tries from the same device or network can have made wait. */
  List<Counter> firm() {
    return counters.stream().filter(c -> !c.yields()).toList();
  }
}
