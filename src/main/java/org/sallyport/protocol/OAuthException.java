package org.sallyport.protocol;

import java.io.Serial;

/**
 * A refusal in the terms of the specifications (RFC 6749 §5.2); a fault is never one of these.
 *
 * <p>It carries no stack trace: a refusal is an answer, not a defect.
 */
public final class OAuthException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final OAuthError error;

  OAuthException(OAuthError error, String reason) {
    super(reason, null, false, false);
    this.error = error;
  }

  /** The error code. */
  public OAuthError error() {
    return error;
  }

  /** What the client's developer should change; printable ASCII without quotes and backslashes. */
  public String reason() {
    return printable(String.valueOf(getMessage()));
  }

  // RFC 6749 §5.2: %x20-21 / %x23-5B / %x5D-7E.
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '"' ? '\'' : c == '\\' || c < 0x20 || c > 0x7e ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
