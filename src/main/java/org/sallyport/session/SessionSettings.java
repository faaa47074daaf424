package org.sallyport.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.WrittenSettings;

/** How long a browser stays signed in. */
@ApplicationScoped
public class SessionSettings implements SettingsGroup {
  private static final Setting LIFETIME =
      Setting.of("sessions.lifetime", "PT12H", "the lifetime of a session");
  private static final Setting IDLE =
      Setting.of("sessions.idle", "PT2H", "how long a session lives without use");
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private Duration lifetime = Duration.ZERO;
  private Duration idle = Duration.ZERO;

  @Override
  public List<Setting> declared() {
    return List.of(LIFETIME, IDLE);
  }

  @Override
  public void read(WrittenSettings written) {
    lifetime = written.duration(LIFETIME, SHORTEST, Duration.ofDays(400));
    idle = written.duration(IDLE, SHORTEST, lifetime);
  }

  /** How long a session lives at most. */
  public Duration lifetime() {
    return lifetime;
  }

  /** How long it lives without use. */
  public Duration idle() {
    return idle;
  }
}
