package org.sallyport.platform.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.WrittenSettings;

/** How long the audit is kept. */
@ApplicationScoped
public class AuditSettings implements SettingsGroup {
  private static final Setting RETENTION =
      Setting.of("audit.retention", "P400D", "how long events are kept after they were sealed");
  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Duration retention = Duration.ZERO;

  @Override
  public List<Setting> declared() {
    return List.of(RETENTION);
  }

  @Override
  public void read(WrittenSettings written) {
    retention = written.duration(RETENTION, SHORTEST, LONGEST);
  }

  /** How long an event is kept. */
  public Duration retention() {
    return retention;
  }
}
