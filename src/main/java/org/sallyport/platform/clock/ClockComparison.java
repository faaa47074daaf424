package org.sallyport.platform.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sallyport.platform.clock.ClockRule.ClockReading;
import org.sallyport.platform.clock.ClockRule.ClockVerdict;
import org.sallyport.platform.clock.ClockRule.History;
import org.sallyport.platform.clock.NodeClocks.Agreed;
import org.sallyport.platform.clock.NodeClocks.Said;

/**
 * What this node remembers of the clocks from one reading to the next; used by one thread at a
 * time.
 */
final class ClockComparison {
  // Nodes say every ten seconds what they take the time to be.
  private static final Duration LATELY = Duration.ofMinutes(3);

  private final String node = UUID.randomUUID().toString();

  private Optional<Duration> own = Optional.empty();
  private Optional<Agreed> agreed = Optional.empty();
  private @Nullable Duration database;
  private Instant steadySince = Instant.MIN;
  private Instant steadySinceThere = Instant.MIN;

  /**
   * What the clocks showed at one moment.
   *
   * @param passed this node's monotonic clock
   * @param wall this node's clock
   * @param there the database's clock
   */
  record Moment(Instant passed, Instant wall, Instant there) {
    private Duration ahead(Instant time) {
      return Duration.between(passed, time);
    }
  }

  /** The time to go by from now on, by what the clocks show and what all nodes have said. */
  ClockVerdict judge(Moment at, List<Said> all) {
    follow(at);
    var steady = Duration.between(steadySince, at.passed());
    var now = new ClockReading(at.ahead(at.there()), at.ahead(at.wall()), steady);
    var verdict = new ClockRule(own, now, others(at, all), history(at, all)).verdict();
    if (verdict.agreed()) {
      own = Optional.of(verdict.time());
      var time = at.passed().plus(verdict.time());
      agreed = Optional.of(new Agreed(time, Duration.between(time, at.wall())));
    }
    return verdict;
  }

  /** What this node has to say of the time: what it kept, or else what its own clock shows. */
  Said said(Moment at) {
    return new Said(node, at.there(), own.map(at.passed()::plus).orElse(at.wall()), agreed);
  }

  /** How far the database's clock is ahead of what this node has kept, if it kept any. */
  Duration jumped() {
    return database == null ? Duration.ZERO : own.map(database::minus).orElse(Duration.ZERO);
  }

  private void follow(Moment at) {
    var ahead = at.ahead(at.there());
    if (database == null || !ClockRule.agree(database, ahead)) {
      steadySince = at.passed();
      steadySinceThere = at.there();
    }
    database = ahead;
  }

  // What was said before a jump tells nothing about the clock after it.
  private List<Duration> others(Moment at, List<Said> all) {
    var lately = at.there().minus(LATELY);
    var since = steadySinceThere.isAfter(lately) ? steadySinceThere : lately;
    return all.stream()
        .filter(s -> !s.node().equals(node))
        .filter(s -> !s.databaseAt().isBefore(since) && !s.databaseAt().isAfter(at.there()))
        .map(s -> at.ahead(at.there()).plus(Duration.between(s.databaseAt(), s.nodeAt())))
        .toList();
  }

  private static Optional<History> history(Moment at, List<Said> all) {
    var agreed = all.stream().flatMap(said -> said.agreed().stream()).toList();
    return agreed.stream()
        .map(Agreed::at)
        .max(Instant::compareTo)
        .map(last -> new History(at.ahead(last), agreed.stream().map(Agreed::wallAhead).toList()));
  }
}
