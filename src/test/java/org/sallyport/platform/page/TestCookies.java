package org.sallyport.platform.page;

import org.sallyport.platform.config.Settings;

/** Cookies for tests of other packages. */
public final class TestCookies {
  private TestCookies() {}

  /** As under these settings. */
  @SuppressWarnings("UnnecessaryAssignment") // no container injects here
  public static Cookies of(Settings settings) {
    var cookies = new Cookies();
    cookies.settings = settings;
    return cookies;
  }
}
