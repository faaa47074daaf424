package org.sallyport.journey;

import java.nio.file.Path;

/**
 * The version of the product that is started.
 *
 * @param checkout the folder it is in
 * @param name what its files are called
 */
record StartedVersion(Path checkout, String name) {
  private static final Path HERE = Path.of("");

  /** The one under test. */
  static StartedVersion here(String name) {
    return new StartedVersion(HERE, name);
  }

  /** Whether it is the one under test. */
  boolean isHere() {
    return checkout.equals(HERE);
  }
}
