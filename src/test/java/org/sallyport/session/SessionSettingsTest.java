package org.sallyport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.TestSettings;

class SessionSettingsTest {
  @Test
  void without_any_setting_a_session_lives_for_twelve_hours() {
    var settings = TestSettings.read(new SessionSettings());
    assertThat(settings.lifetime()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.idle()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void a_session_cannot_be_idle_for_longer_than_it_lives() {
    assertThatThrownBy(
            () -> TestSettings.read(new SessionSettings(), Map.of("sessions.idle", "PT13H")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("setting sessions.idle: ")
        .hasMessageContaining("choose between PT1S and PT12H");
  }
}
