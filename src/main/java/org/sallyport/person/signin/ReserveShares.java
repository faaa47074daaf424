package org.sallyport.person.signin;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sallyport.person.signin.FailureCounter.CounterKind;

/**
 * What a try takes out of the {@link AttemptReserve}, by the account and by where it comes from.
 *
 * @param network {@link org.sallyport.platform.ratelimit.Network#of}
 * @param site {@link org.sallyport.platform.ratelimit.Network#site}
 */
record ReserveShares(String account, String network, String site) {
  // How many networks may have their first try at an account, how many their second, and so on:
  // whoever has failed has less of it than one who comes for the first time.
  static final List<Integer> TURNS = List.of(2_100, 400, 200, 100, 50, 50, 50, 50);
  // Of all networks of one site together, at one account and at all.
  private static final int OF_SITE_AT_ACCOUNT = 20;
  private static final int OF_SITE = 60;

  /** How much there is of one thing in a day, and what counts how much of it is used up. */
  record Share(FailureCounter counter, int most) {
    private static Share of(String kind, String key, int most) {
      return new Share(FailureCounter.of(CounterKind.RESERVE, kind + "\n" + key), most);
    }
  }

  /** What there is for the network at this account. */
  Share ofNetwork() {
    return Share.of("network", account + "\n" + network, TURNS.size());
  }

  /** What there is for a network's try at this account, after so many of the network. */
  Share ofTurn(int before) {
    var turn = Math.min(before, TURNS.size() - 1);
    return Share.of("turn " + turn, account, TURNS.get(turn));
  }

  /** Everything that a try of this network may be counted by. */
  Stream<Share> all() {
    var turns = IntStream.range(0, TURNS.size()).mapToObj(this::ofTurn);
    return Stream.of(Stream.of(ofNetwork()), turns, ofSite().stream()).flatMap(s -> s);
  }

  /** What there is for the site: at this account, and at all. */
  List<Share> ofSite() {
    return List.of(
        Share.of("site", account + "\n" + site, OF_SITE_AT_ACCOUNT),
        Share.of("site", site, OF_SITE));
  }
}
