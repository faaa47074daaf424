package org.sallyport.person.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.persistence.Store;
import org.sallyport.platform.persistence.StoreTest;
import org.sallyport.platform.persistence.Stores;

/**
 * A day in which others guess at an account through two nodes, whose clocks are a minute apart,
 * from as many networks as they have, and its owner comes with a new device now and then and, as
 * long as there are few of them, errs.
 */
@Spec("NIST SP 800-63B-4 §3.2.2")
class GuessersTest {
  private static final Instant BEGIN = SignInDesk.NOW;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  // What the account bears from wherever in a day: 21 at once, then ever longer waits to an hour.
  private static final int FROM_ANYWHERE = 54;

  @StoreTest
  @Security(141)
  void one_network_keeps_no_owner_out(Store store) {
    assertThat(guesses(store, 1, Duration.ofMinutes(5), 5)).isLessThanOrEqualTo(110);
  }

  @StoreTest
  @Security(141)
  void fifty_networks_keep_no_owner_out(Store store) {
    assertThat(guesses(store, 50, Duration.ofHours(1), 3))
        .isLessThanOrEqualTo(50 * 8 + FROM_ANYWHERE);
  }

  // The same statements as with fifty, in such numbers that one database has to do.
  @Test
  @Security(141)
  void two_thousand_networks_keep_no_owner_out() {
    assertThat(guesses(Stores.h2(), 2_000, Duration.ofHours(10), 0))
        .isBetween(2_000, ofAccount() + FROM_ANYWHERE);
  }

  private static int ofAccount() {
    return ReserveShares.TURNS.stream().mapToInt(Integer::intValue).sum();
  }

  // How many guesses were made in the end, after all networks have asked this often.
  private static int guesses(Store store, int networks, Duration every, int errors) {
    var one = SignInDesk.at(store).signIns().failures;
    var two = SignInDesk.at(store).signIns().failures;
    var guesses = 0;
    var rounds = DAY.dividedBy(every);
    for (var round = 0; round < rounds; round++) {
      var now = BEGIN.plus(every.multipliedBy(round));
      for (var network : shuffled(networks, round)) {
        var ahead = network % 2 == 0 ? Duration.ZERO : MINUTE;
        var node = network % 2 == 0 ? one : two;
        guesses += guesses(node, address(network), now.plus(ahead));
      }
      if (round % Math.max(1, rounds / 12) == 0) {
        var address = "198.51.100." + round % 250;
        IntStream.range(0, errors).forEach(i -> ownerIsTried(two, address, now).errs());
        ownerIsTried(two, address, now).getsIn();
      }
    }
    return guesses;
  }

  // All come in another order each time.
  private static List<Integer> shuffled(int networks, int round) {
    return IntStream.range(0, networks).mapToObj(i -> (i * 7 + round * 13) % networks).toList();
  }

  private static String address(int network) {
    return "10.%d.%d.1".formatted(network / 250, network % 250);
  }

  private static int guesses(SignInFailures node, String address, Instant now) {
    var admission = node.admit(CountedAttempt.from(address, "alice"), now);
    node.failed(admission.counted(), now);
    return admission.delay().isEmpty() ? 1 : 0;
  }

  private record Try(SignInFailures node, List<FailureCounter> counted, Instant now) {
    void errs() {
      node.failed(counted, now);
    }

    void getsIn() {
      node.succeeded(counted);
    }
  }

  private static Try ownerIsTried(SignInFailures node, String address, Instant now) {
    var admission = node.admit(CountedAttempt.from(address, "alice"), now);
    assertThat(admission.delay()).as("%s at %s", address, now).isEmpty();
    return new Try(node, admission.counted(), now);
  }
}
