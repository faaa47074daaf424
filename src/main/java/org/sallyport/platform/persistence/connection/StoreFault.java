package org.sallyport.platform.persistence.connection;

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
  private static final int GENERAL_H2_ERROR = 50_000;

  // PostgreSQL: connection lost, server going down, out of resources, I/O error, lock and statement
  // time-outs, idle too long, standby, lost race. H2: lock time-out.
  private static final Pattern PASSING_STATES =
      Pattern.compile(
          "08...|57P0[1-5]|57014|53...|58030|55P03|25P0[34]|25006|40001|40P01|HYT0[01]");

  private static final int CHANGED_MEANWHILE_IN_H2 = 90_131;

  private static final Set<String> WRITELESS_STATES = Set.of("53100", "25006", "58030");

  // The database has closed itself, its file cannot be read or written, or is locked or gone.
  private static final Set<Integer> CLOSING_H2_ERRORS =
      Set.of(90_007, 90_020, 90_028, 90_030, 90_031, 90_067, 90_098, 90_121, 90_146);
  private static final String STORE_OF_H2 = "org.h2.mvstore.MVStoreException";

  private StoreFault() {}

  /** Whether the same request may succeed in a moment: answer 503, never 500. */
  public static boolean passing(Throwable fault) {
    return causes(fault).anyMatch(StoreFault::passes);
  }

  /** Whether a row was not inserted since there is one of the same key. */
  public static boolean isOfTakenKey(Throwable fault) {
    return causes(fault)
        .anyMatch(t -> t instanceof SQLException sql && "23505".equals(sql.getSQLState()));
  }

  /** Whether the database takes no writes: the disk is full, or it is a standby. */
  static boolean keepsFromWriting(SQLException fault) {
    return WRITELESS_STATES.contains(String.valueOf(fault.getSQLState())) || closesEmbedded(fault);
  }

  /** Whether the embedded database has closed itself by this fault, or by one before. */
  static boolean closesEmbedded(SQLException fault) {
    return CLOSING_H2_ERRORS.contains(fault.getErrorCode()) || isOfItsFile(fault);
  }

  // A disk that is full comes as a general error, with what H2's own store said of it.
  private static boolean isOfItsFile(SQLException fault) {
    return fault.getErrorCode() == GENERAL_H2_ERROR
        && causes(fault).anyMatch(cause -> cause.getClass().getName().equals(STORE_OF_H2));
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
          || sql.getErrorCode() == CHANGED_MEANWHILE_IN_H2
          || closesEmbedded(sql);
    }
    return fault instanceof LockTimeoutException
        || fault instanceof PessimisticLockException
        || fault instanceof QueryTimeoutException;
  }
}
