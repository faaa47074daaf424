package org.sallyport.person.credential;

import java.util.HashMap;
import java.util.Map;
import org.sallyport.platform.config.TestSettings;

/** The place where passwords of a test are hashed. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class TestHashing {
  private TestHashing() {}

  /** One with these settings, but cheap hashes. */
  public static PasswordHashing cheap(Map<String, String> values) {
    var settings = new HashMap<>(Map.of("sign-in.argon2-memory-kib", "7168"));
    settings.putAll(values);
    return with(settings);
  }

  /** One with these settings. */
  static PasswordHashing with(Map<String, String> settings) {
    var hashing = new PasswordHashing();
    hashing.settings = TestSettings.with(settings);
    hashing.open();
    return hashing;
  }
}
