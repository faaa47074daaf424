package org.sallyport.platform.clock;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** What each node takes the time to be, in a row of its own that others read. */
record NodeClocks(EntityManager em) {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final long NEVER = 0;
  private static final String UPDATE =
      "update node_clock set database_millis = :there, node_millis = :here,"
          + " agreed_millis = :agreed, wall_ahead_millis = :wall where node = :node";
  private static final String INSERT =
      "insert into node_clock"
          + " (node, database_millis, node_millis, agreed_millis, wall_ahead_millis)"
          + " values (:node, :there, :here, :agreed, :wall)";

  /**
   * What a node said.
   *
   * @param databaseAt what the database's clock showed then
   * @param nodeAt what the node took the time to be then
   * @param agreed what it was when enough clocks last agreed; empty if they never did
   */
  record Said(String node, Instant databaseAt, Instant nodeAt, Optional<Agreed> agreed) {}

  /**
   * What a node last agreed on with others.
   *
   * @param wallAhead how far the clock of its machine was ahead of that
   */
  record Agreed(Instant at, Duration wallAhead) {}

  /** What all nodes have said last. */
  List<Said> all() {
    return em
        .unwrap(Session.class)
        .createNativeQuery(
            "select node, database_millis, node_millis, agreed_millis, wall_ahead_millis"
                + " from node_clock",
            Object[].class)
        .getResultList()
        .stream()
        .map(NodeClocks::said)
        .toList();
  }

  /** Says what this node takes the time to be, in place of what it said before. */
  void say(Said said) {
    if (run(UPDATE, said) == 0) {
      run(INSERT, said);
    }
  }

  private int run(String statement, Said said) {
    return em.createNativeQuery(statement)
        .setParameter("node", said.node())
        .setParameter("there", said.databaseAt().toEpochMilli())
        .setParameter("here", said.nodeAt().toEpochMilli())
        .setParameter("agreed", said.agreed().map(a -> a.at().toEpochMilli()).orElse(NEVER))
        .setParameter("wall", said.agreed().map(a -> a.wallAhead().toMillis()).orElse(0L))
        .executeUpdate();
  }

  /** Forgets nodes that said nothing for a day, and what was said by a time that lies ahead. */
  void forget(Instant now) {
    em.createNativeQuery("delete from node_clock where node_millis < :old or node_millis > :ahead")
        .setParameter("old", now.minus(KEPT).toEpochMilli())
        .setParameter("ahead", now.plus(ClockRule.TOLERANCE).toEpochMilli())
        .executeUpdate();
  }

  private static Said said(Object[] row) {
    var agreed =
        Optional.of(number(row[3]))
            .filter(at -> at != NEVER)
            .map(at -> new Agreed(Instant.ofEpochMilli(at), Duration.ofMillis(number(row[4]))));
    return new Said((String) row[0], moment(row[1]), moment(row[2]), agreed);
  }

  private static Instant moment(Object millis) {
    return Instant.ofEpochMilli(number(millis));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
