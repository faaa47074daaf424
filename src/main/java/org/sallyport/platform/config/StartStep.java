package org.sallyport.platform.config;

/** Something to be done once at start, before the first request is answered. */
public interface StartStep {
  /** When it is done. */
  Stage stage();

  /** Does it; an exception keeps the server from starting. */
  void start();

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
    /** Begin what runs beside the requests. */
    BACKGROUND
  }
}
