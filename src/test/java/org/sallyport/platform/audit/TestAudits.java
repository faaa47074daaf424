package org.sallyport.platform.audit;

import java.util.List;
import org.sallyport.Beans;
import org.sallyport.platform.config.TestSettings;

/** The audit of a test. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestAudits {
  private TestAudits() {}

  /** One that tells this sink, and the log. */
  public static Audit telling(AuditSink sink) {
    var audit = new Audit();
    audit.settings = TestSettings.standard();
    audit.sinks = new Beans<>(List.of(sink));
    audit.choose();
    return audit;
  }
}
