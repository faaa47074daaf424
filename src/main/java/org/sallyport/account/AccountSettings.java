package org.sallyport.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.SettingsGroup;
import org.sallyport.platform.config.WrittenSettings;

/** What people may do with their accounts. */
@ApplicationScoped
public class AccountSettings implements SettingsGroup {
  private static final Setting DELETION =
      Setting.of(
          "account.deletion",
          "false",
          "whether people may delete their accounts; those of the configuration file may not");
  private static final Setting EMAIL_CHANGE =
      Setting.of(
          "account.email-change", "true", "whether people change their mail address themselves");

  private boolean deletion;
  private boolean emailChange;

  @Override
  public List<Setting> declared() {
    return List.of(DELETION, EMAIL_CHANGE);
  }

  @Override
  public void read(WrittenSettings written) {
    deletion = written.bool(DELETION);
    emailChange = written.bool(EMAIL_CHANGE);
  }

  /** Whether people may delete their accounts. */
  public boolean deletion() {
    return deletion;
  }

  /** Whether people change their mail address themselves. */
  public boolean emailChange() {
    return emailChange;
  }
}
