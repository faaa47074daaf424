package org.sallyport.platform.http;

import java.io.Serial;

/** A fault that passes by itself: answered with 503 and Retry-After, never as a refusal. */
public class PassingFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** The fault, with words for the log. */
  public PassingFault(String message) {
    super(message);
  }
}
