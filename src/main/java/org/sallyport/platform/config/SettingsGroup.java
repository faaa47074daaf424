package org.sallyport.platform.config;

import java.util.List;

/**
 * The settings of one feature: a bean in the package of the feature, which declares them and keeps
 * what was read. A start finds every bean of this type, and so does {@code validate}; so adding one
 * changes nothing elsewhere but the table in docs/settings.md.
 */
public interface SettingsGroup {

  /** All settings that it reads, in the order of docs/settings.md. */
  List<Setting> declared();

  /**
   * Reads and keeps them; refuses what is out of bounds, and settings that contradict each other,
   * with a {@link ConfigurationException}. Called once, before the start steps.
   */
  void read(WrittenSettings written);
}
