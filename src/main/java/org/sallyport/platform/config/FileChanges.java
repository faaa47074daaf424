package org.sallyport.platform.config;

import java.time.Duration;

/**
 * What a change of the configuration file may do.
 *
 * @param leaveGrace how long who left the file may return as if nothing had happened
 * @param allowMassDisable whether a start may disable more than a tenth of all
 */
public record FileChanges(Duration leaveGrace, boolean allowMassDisable) {
  /** So many may always be disabled: a tenth of a short list is less than one. */
  static final int ALWAYS = 5;

  public FileChanges {
    var place = "setting configuration.leave-grace";
    SettingValues.within(place, leaveGrace, Duration.ZERO, Duration.ofDays(30));
  }

  /**
   * Refuses a file that is more likely cut short than meant.
   *
   * @param section what it is about, such as {@code people}
   * @param disabled how many it would disable
   * @param before how many were enabled before
   */
  public void refuseMassDisable(String section, long disabled, long before) {
    if (!allowMassDisable && disabled > ALWAYS && disabled * 10 > before) {
      throw new ConfigurationException(
          section,
          "this file would disable " + disabled + " of the " + before + " that are enabled",
          "complete it, or set configuration.allow-mass-disable to true for one start");
    }
  }
}
