package org.sallyport.platform.config;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT_METADATA;

import java.io.Serial;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/**
 * Why the server cannot start as it is configured, in one line: the place, what is wrong, the
 * remedy. What is wrong with a request is told to its sender by {@link #refusal()} instead.
 */
public final class ConfigurationException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final OAuthError error;
  private final String told;

  /**
   * The complaint.
   *
   * @param place where it stands, such as {@code clients[2].redirect_uris[0]}; empty for the whole
   * @param wrong what is wrong there; never a secret
   * @param remedy what to write instead
   */
  public ConfigurationException(String place, String wrong, String remedy) {
    this(place, INVALID_CLIENT_METADATA, wrong, remedy);
  }

  /** The complaint about what the words of the specifications refuse at a place. */
  ConfigurationException(String place, OAuthException refusal) {
    this(place, refusal.error(), refusal.reason(), "correct it");
  }

  private ConfigurationException(String place, OAuthError error, String wrong, String remedy) {
    super(oneLine(shown(place) + ": " + wrong + "; " + remedy), null, false, false);
    this.error = error;
    told = (place.isEmpty() ? "" : place + ": ") + wrong + "; " + remedy;
  }

  /** The complaint to whoever sent what is wrong, in the terms of RFC 7591 §3.2.2. */
  public OAuthException refusal() {
    return error.because(told);
  }

  /** The whole complaint. */
  public String line() {
    return String.valueOf(getMessage());
  }

  private static String shown(String place) {
    return place.isEmpty() ? "the file" : place;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
