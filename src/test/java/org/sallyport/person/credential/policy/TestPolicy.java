package org.sallyport.person.credential.policy;

import java.time.Clock;
import java.util.Map;
import org.sallyport.platform.config.TestSettings;
import org.sallyport.platform.page.Brand;

/** The policy of a test. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestPolicy {
  private TestPolicy() {}

  /** One with these settings. */
  public static PasswordPolicy with(Map<String, String> settings) {
    return at(Brand.NONE, settings);
  }

  /** The same where the pages look like this. */
  static PasswordPolicy at(Brand brand, Map<String, String> settings) {
    var policy = new PasswordPolicy();
    policy.server = TestSettings.with(settings);
    policy.branding = () -> brand;
    policy.settings = TestSettings.read(new PasswordSettings(), settings);
    policy.breached = breached(settings, Clock.systemUTC());
    return policy;
  }

  /** The passwords of the file that these settings name. */
  static BreachedPasswords breached(Map<String, String> settings, Clock clock) {
    var breached = new BreachedPasswords();
    breached.settings = TestSettings.read(new PasswordSettings(), settings);
    breached.clock = clock;
    return breached;
  }
}
