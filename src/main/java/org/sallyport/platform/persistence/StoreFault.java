package org.sallyport.platform.persistence;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a fault of the database that will pass from one that will not. */
public final class StoreFault {
  private static final int DEEPEST = 20;

  // PostgreSQL: connection lost, server going down, out of resources, I/O error, lock and statement
  // time-outs, idle too long, standby, lost race. H2: lock time-out, database closed, I/O error.
  private static final Pattern PASSING_STATES =
      Pattern.compile(
          "08...|57P0[1-5]|57014|53...|58030|55P03|25P0[34]|25006|40001|40P01|HYT0[01]");

  private static final Set<Integer> PASSING_H2_ERRORS =
      Set.of(90_007, 90_020, 90_028, 90_030, 90_031, 90_067, 90_098, 90_121, 90_131);

  private StoreFault() {}

  /** Whether the same request may succeed in a moment: answer 503, never 500. */
  public static boolean passing(Throwable fault) {
    return causes(fault).anyMatch(StoreFault::passes);
  }

  /** The innermost cause. */
  static Throwable root(Throwable fault) {
    return causes(fault).reduce(fault, (above, cause) -> cause);
  }

  /** The fault itself and what caused it, the innermost last. */
  static Stream<Throwable> causes(Throwable fault) {
    return Stream.<Throwable>iterate(fault, t -> t != null, Throwable::getCause).limit(DEEPEST);
  }

  private static boolean passes(Throwable fault) {
    if (fault instanceof SQLException sql) {
      return sql instanceof SQLTransientException
          || sql instanceof SQLRecoverableException
          || (sql.getSQLState() != null && PASSING_STATES.matcher(sql.getSQLState()).matches())
          || PASSING_H2_ERRORS.contains(sql.getErrorCode());
    }
    return fault instanceof LockTimeoutException
        || fault instanceof PessimisticLockException
        || fault instanceof QueryTimeoutException;
  }
}
