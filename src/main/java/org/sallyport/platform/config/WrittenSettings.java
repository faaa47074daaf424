package org.sallyport.platform.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What is written for settings; wherever it is, as docs/settings.md says. */
public interface WrittenSettings {

  /** What somebody has written for this setting; nothing if it is blank. */
  Optional<String> find(Setting setting);

  /** What holds for this setting: what is written, or its default. */
  default String text(Setting setting) {
    return find(setting).orElse(setting.standard());
  }

  /** The same as a duration within these bounds; refuses others. */
  default Duration duration(Setting setting, Duration least, Duration most) {
    var place = setting.place();
    return SettingValues.within(place, SettingValues.duration(place, text(setting)), least, most);
  }

  /** The same as a whole number within these bounds; refuses others. */
  default int number(Setting setting, int least, int most) {
    var place = setting.place();
    return SettingValues.within(place, SettingValues.number(place, text(setting)), least, most);
  }

  /** The same as true or false; refuses others. */
  default boolean bool(Setting setting) {
    return SettingValues.bool(setting.place(), text(setting));
  }

  /** The file or directory that is named, as an absolute path; refuses what is no path. */
  default Optional<Path> path(Setting setting) {
    return find(setting).map(text -> SettingValues.path(setting.place(), text));
  }
}
