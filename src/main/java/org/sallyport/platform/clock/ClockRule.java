package org.sallyport.platform.clock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which clock to go by, and whether enough of them agree to do by it what cannot be undone. Two of
 * three have to agree: the database's clock, what has passed on this node since clocks last agreed,
 * and another node. All times are told by how far they are ahead of this node's monotonic clock.
 *
 * @param own the time that this node has kept since clocks agreed; empty after a start
 * @param now what the clocks show
 * @param others what other nodes have kept, as they said since the database's clock last jumped
 * @param history what was stored when clocks last agreed; empty in a new database
 */
record ClockRule(
    Optional<Duration> own, ClockReading now, List<Duration> others, Optional<History> history) {
  /** How far two clocks may be apart that agree. */
  static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** How long a jump that nobody can explain is looked at before it counts as a correction. */
  static final Duration SETTLED = Duration.ofHours(1);

  /**
   * What the clocks show.
   *
   * @param wall this node's clock, which the database may share if it is on the same machine
   * @param steady for how long the database's clock has kept step with the monotonic one
   */
  record ClockReading(Duration database, Duration wall, Duration steady) {
    private boolean isSettled() {
      return steady.compareTo(SETTLED) >= 0;
    }
  }

  /**
   * What was stored when clocks last agreed.
   *
   * @param last when that was
   * @param wallsAhead how far the nodes' clocks were ahead of the time agreed on
   */
  record History(Duration last, List<Duration> wallsAhead) {
    private boolean goesOnWith(Duration time) {
      var gap = time.minus(last);
      return gap.compareTo(TOLERANCE.negated()) >= 0 && gap.compareTo(SETTLED) <= 0;
    }

    private boolean knows(Duration wallAhead) {
      return wallsAhead.stream().anyMatch(known -> agree(known, wallAhead));
    }
  }

  /**
   * The time to go by.
   *
   * @param agreed whether it may be deleted by
   */
  record ClockVerdict(Duration time, boolean agreed) {}

  /** Whether two clocks show the same time, as far as clocks do. */
  static boolean agree(Duration one, Duration other) {
    return one.minus(other).abs().compareTo(TOLERANCE) <= 0;
  }

  ClockVerdict verdict() {
    return own.map(this::running).orElseGet(this::started);
  }

  private ClockVerdict running(Duration kept) {
    if (agree(kept, now.database())) {
      return agreed(now.database());
    }
    var forDatabase = votes(now.database());
    var forKept = votes(kept);
    if (forDatabase != forKept) {
      // This node slept; or the database's clock is wrong.
      return agreed(forDatabase > forKept ? now.database() : kept);
    }
    // Where both jumped they may be one clock, which was corrected or is wrong: the time tells.
    return agree(now.database(), now.wall())
        ? new ClockVerdict(now.database(), now.isSettled())
        : new ClockVerdict(kept, false);
  }

  private ClockVerdict started() {
    var forDatabase = votes(now.database());
    var forWall = votes(now.wall());
    if (forDatabase > 0 && forDatabase >= forWall) {
      return agreed(now.database());
    }
    if (forWall > 0) {
      return agreed(now.wall());
    }
    return others.isEmpty() ? alone() : new ClockVerdict(others.get(0), false);
  }

  private ClockVerdict alone() {
    // In a new database there is nothing to lose.
    return history.map(this::after).orElseGet(() -> agreed(now.database()));
  }

  private ClockVerdict after(History before) {
    var goesOn = before.goesOnWith(now.database());
    var wallAhead = now.wall().minus(now.database());
    if (agree(wallAhead, Duration.ZERO) || before.knows(wallAhead)) {
      return new ClockVerdict(now.database(), goesOn || now.isSettled());
    }
    if (goesOn != before.goesOnWith(now.wall())) {
      return agreed(goesOn ? now.database() : now.wall());
    }
    return new ClockVerdict(now.database(), false);
  }

  private long votes(Duration time) {
    return others.stream().filter(other -> agree(other, time)).count();
  }

  private static ClockVerdict agreed(Duration time) {
    return new ClockVerdict(time, true);
  }
}
