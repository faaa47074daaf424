package org.sallyport.platform.config;

import java.util.Locale;

/**
 * A setting that may be written: as a system property, as an environment variable, or in the
 * configuration file. Those of a feature are declared by its {@link SettingsGroup}.
 */
public interface Setting {
  /** The name in the file's {@code settings}, such as {@code mail.host}. */
  String key();

  /** What holds if nobody sets it; empty if that is nothing, or depends. */
  String standard();

  /** What it is, for docs/settings.md. */
  String meaning();

  /** Whether {@code NAME_FILE} may name a file that holds it. */
  boolean secret();

  /** The environment variable. */
  default String variable() {
    return "SALLYPORT_" + key().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The system property. */
  default String property() {
    return "sallyport." + key();
  }

  /** Where a complaint about it stands. */
  default String place() {
    return "setting " + key();
  }

  /** The refusal of what was written: what is wrong, and what to write instead. */
  default ConfigurationException wrong(String what, String remedy) {
    return new ConfigurationException(place(), what, remedy);
  }

  /** A setting with this default; an empty one if there is none, or if it depends. */
  static Setting of(String key, String standard, String meaning) {
    return new Declared(key, standard, meaning, false);
  }

  /** A secret, which may stand in a file of its own; it has no default. */
  static Setting secret(String key, String meaning) {
    return new Declared(key, "", meaning, true);
  }

  /** One that a feature declares. */
  record Declared(String key, String standard, String meaning, boolean secret) implements Setting {}
}
