package org.sallyport.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A commit that fails is told by what it failed by, though the server does not say so. */
class CommitFaultTest {
  private final StoreFaults faults = new StoreFaults();
  private final Exception rollback =
      new TransactionalException("Managed bean", new RollbackException("marked for rollback"));

  @AfterEach
  void nothing_is_kept() {
    CommitFault.forget();
  }

  @Test
  void a_commit_that_met_a_read_only_database_passes_and_is_told_once() {
    CommitFault.keep(fault("25006"));
    assertThat(faults.passing(rollback)).isTrue();
    assertThat(faults.passing(rollback)).isFalse();
  }

  @Test
  void a_commit_that_broke_a_rule_of_the_database_does_not_pass() {
    CommitFault.keep(fault("23503"));
    assertThat(faults.passing(rollback)).isFalse();
  }

  @Test
  void it_explains_no_other_fault() {
    CommitFault.keep(fault("25006"));
    assertThat(faults.passing(new IllegalStateException("a fault"))).isFalse();
  }

  @Test
  void a_new_transaction_forgets_it() {
    CommitFault.keep(fault("08006"));
    CommitFault.forget();
    assertThat(faults.passing(rollback)).isFalse();
  }

  private static PersistenceException fault(String state) {
    return new PersistenceException(new SQLException("frozen", state));
  }
}
