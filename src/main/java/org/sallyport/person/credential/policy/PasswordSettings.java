package org.sallyport.person.credential.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.WrittenSettings;

/** Which passwords people may choose. */
@ApplicationScoped
public class PasswordSettings implements SettingsGroup {
  /**
   * The least that a password may have, whatever else is asked for (NIST SP 800-63B-4 §3.1.1.2).
   */
  static final int LEAST = 8;

  /** The file of passwords that were found in breaches. */
  static final Setting BREACHED_FILE =
      Setting.of(
          "password.breached-file",
          "",
          "file of SHA-1 hashes of breached passwords, in their order, as Have I Been Pwned has it");

  private static final Setting MIN_LENGTH =
      Setting.of(
          "password.min-length", "15", "how many characters a password needs that people choose");
  private static final int MOST = 64;

  private int minLength;
  private Optional<Path> breachedFile = Optional.empty();

  @Override
  public List<Setting> declared() {
    return List.of(MIN_LENGTH, BREACHED_FILE);
  }

  @Override
  public void read(WrittenSettings written) {
    minLength = written.number(MIN_LENGTH, LEAST, MOST);
    breachedFile = written.path(BREACHED_FILE);
  }

  /** How many characters a password needs, where it signs in alone. */
  public int minLength() {
    return minLength;
  }

  /** The file of breached passwords, if there is one. */
  public Optional<Path> breachedFile() {
    return breachedFile;
  }
}
