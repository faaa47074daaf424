package org.sallyport.platform.http;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.SERVER_ERROR;
import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import java.util.Map;
import org.sallyport.platform.runtime.PassingFault;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/** Why there is no better answer: the status, the refusal for the developer, further headers. */
public record Problem(int status, OAuthException refusal, Map<String, String> headers) {

  /** A refusal in the terms of the specifications. */
  public static Problem of(OAuthException refusal) {
    return new Problem(refusal.error().status(), refusal, Map.of());
  }

  /** A request that HTTP alone tells is wrong. */
  public static Problem of(int status, String reason) {
    return new Problem(status, INVALID_REQUEST.because(reason), Map.of());
  }

  /** A fault of ours, of which it is said only whether it passes by itself. */
  static Problem fault(boolean passing) {
    return passing
        ? passing(PassingFault.SOON.toSeconds())
        : of(500, SERVER_ERROR, "this is a fault of the server; its log has the details");
  }

  /** A fault of ours that has passed in so many seconds (RFC 9110 §10.2.3). */
  static Problem passing(long seconds) {
    return of(503, TEMPORARILY_UNAVAILABLE, "try again in " + seconds + " seconds")
        .with("Retry-After", Long.toString(seconds));
  }

  /** The same problem, answered with this header too. */
  public Problem with(String name, String value) {
    return new Problem(status, refusal, Map.of(name, value));
  }

  /** Whether it is our fault. */
  boolean isFault() {
    return status >= 500;
  }

  /** The error code. */
  public OAuthError error() {
    return refusal.error();
  }

  private static Problem of(int status, OAuthError error, String reason) {
    return new Problem(status, error.because(reason), Map.of());
  }
}
