package org.sallyport.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.protocol.OAuthError.INVALID_GRANT;

import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.Security;
import org.sallyport.Spec;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.runtime.PassingFault;

class FaultsTest {
  private static final Logger LOG = Logger.getLogger(Faults.class.getName());

  private final Faults faults = WiredResponses.faults(SQLException.class::isInstance);

  @BeforeEach
  void hush() {
    LOG.setLevel(Level.OFF);
  }

  @AfterEach
  void speak() {
    LOG.setLevel(null);
  }

  private int status(Throwable thrown) {
    return faults.problem(thrown, CaseNumber.next()).status();
  }

  @Test
  @Security(118)
  void a_fault_that_passes_is_503_and_any_other_500() {
    assertThat(status(new SQLException("the database is away"))).isEqualTo(503);
    assertThat(status(new IllegalStateException("x", new PassingFault("busy")))).isEqualTo(503);
    assertThat(status(new IllegalStateException("a defect"))).isEqualTo(500);
    assertThat(status(new StackOverflowError())).isEqualTo(500);
  }

  @Test
  @Spec("RFC 9110 §10.2.3")
  void a_fault_tells_when_it_has_passed_if_it_knows() {
    assertWait(new PassingFault("busy"), "2");
    assertWait(new SQLException("the database is away"), "2");
    var known = new PassingFault("not yet", Duration.ofMillis(211_001));
    assertWait(new IllegalStateException("x", known), "212");
    assertWait(new PassingFault("now", Duration.ZERO), "1");
  }

  private void assertWait(Throwable thrown, String seconds) {
    var problem = faults.problem(thrown, CaseNumber.next());
    assertThat(problem.headers()).containsEntry("Retry-After", seconds);
    assertThat(problem.refusal().reason()).isEqualTo("try again in " + seconds + " seconds");
  }

  @Test
  void a_refusal_that_was_wrapped_on_its_way_stays_a_refusal() {
    var wrapped = new IllegalStateException(INVALID_GRANT.because("the code has expired"));
    assertThat(faults.problem(wrapped, CaseNumber.next()).refusal())
        .hasMessage("the code has expired");
  }

  @Test
  void what_is_told_of_a_fault_is_nothing_of_its_own_words() {
    var problem = faults.problem(new SQLException("password=hunter2"), CaseNumber.next());
    assertThat(problem.refusal().reason()).doesNotContain("hunter2");
  }
}
