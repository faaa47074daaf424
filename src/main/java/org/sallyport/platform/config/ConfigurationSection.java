package org.sallyport.platform.config;

/**
 * One top-level key of the configuration file, such as {@code clients}: a bean that exists is a
 * section that may be written.
 */
public interface ConfigurationSection {
  /** The key. */
  String name();

  /** Sections of a lower number are applied first. */
  int order();

  /**
   * Brings the store to what the section says, once and again with the same result; refuses with a
   * {@link ConfigurationException}, after which nothing of the whole file is kept.
   *
   * @param section the value of the key, mostly an array
   */
  void apply(ConfigValue section);
}
