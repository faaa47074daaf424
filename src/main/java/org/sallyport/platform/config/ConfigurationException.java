package org.sallyport.platform.config;

import java.io.Serial;

/**
 * Why the server cannot start as it is configured, in one line: the place, what is wrong, the
 * remedy.
 */
public final class ConfigurationException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * The complaint.
   *
   * @param place where it stands, such as {@code clients[2].redirect_uris[0]}
   * @param wrong what is wrong there; never a secret
   * @param remedy what to write instead
   */
  public ConfigurationException(String place, String wrong, String remedy) {
    super(oneLine(place + ": " + wrong + "; " + remedy), null, false, false);
  }

  /** The whole complaint. */
  public String line() {
    return String.valueOf(getMessage());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
