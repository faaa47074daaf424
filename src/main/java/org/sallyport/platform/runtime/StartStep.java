package org.sallyport.platform.runtime;

/**
 * Something to be done once at start, before the first request is answered, and undone at the end.
 */
public interface StartStep {
  /** When it is done. */
  Stage stage();

  /** Does it; an exception keeps the server from starting. */
  void start();

  /**
   * Undoes it, after the last request and in the reverse order; also where the start was not
   * reached. By the time that beans are destroyed, some servers give an application no more
   * classes.
   */
  default void end() {}

  /** The stages of a start, in order. */
  enum Stage {
    /** Connect to the database and migrate it. */
    STORE,
    /** Learn what time it is there. */
    TIME,
    /** Make or load the keys. */
    KEYS,
    /** Apply the configuration file. */
    CONFIGURATION,
    /** Make what those who are registered need. */
    REGISTERED,
    /** Begin what runs beside the requests. */
    BACKGROUND
  }
}
