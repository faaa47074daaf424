package org.sallyport.protocol;

import java.io.Serial;
import java.util.Optional;

/**
 * A refusal in the terms of the specifications (RFC 6749 §5.2); a fault is never one of these.
 *
 * <p>It carries no stack trace: a refusal is an answer, not a defect.
 */
public final class OAuthException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private static final String DISABLED = "disabled";

  private final OAuthError error;
  private final String logged;
  private final transient Optional<BrokenRule> brokenRule;

  OAuthException(OAuthError error, String reason) {
    this(error, reason, reason, Optional.empty());
  }

  private OAuthException(
      OAuthError error, String reason, String logged, Optional<BrokenRule> brokenRule) {
    super(reason, null, false, false);
    this.error = error;
    this.logged = logged;
    this.brokenRule = brokenRule;
  }

  /** The same refusal, by this rule; one that names a rule already stays as it is. */
  public OAuthException by(BrokenRule rule) {
    return brokenRule.isPresent()
        ? this
        : new OAuthException(error, String.valueOf(getMessage()), logged, Optional.of(rule));
  }

  /** The rule of authorization requests that was broken, if it was one. */
  public Optional<BrokenRule> brokenRule() {
    return brokenRule;
  }

  /** The same refusal of a person or client that was disabled, which the log alone tells. */
  public OAuthException ofDisabled() {
    return new OAuthException(error, String.valueOf(getMessage()), DISABLED, brokenRule);
  }

  /** Whether it is of a person or client that was disabled. */
  public boolean isOfDisabled() {
    return logged.equals(DISABLED);
  }

  /** The error code. */
  public OAuthError error() {
    return error;
  }

  /** What the client's developer should change; printable ASCII without quotes and backslashes. */
  public String reason() {
    return printable(String.valueOf(getMessage()));
  }

  /** What the log tells: the reason, or what is nobody's business but the operator's. */
  public String logged() {
    return printable(logged);
  }

  // RFC 6749 §5.2: %x20-21 / %x23-5B / %x5D-7E.
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '"' ? '\'' : c == '\\' || c < 0x20 || c > 0x7e ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
