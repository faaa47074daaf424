package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.sallyport.protocol.OAuthError;
import org.sallyport.protocol.OAuthException;

/** What a test expects to be refused. */
public final class Refusal {
  private Refusal() {}

  /** The call is refused with this error because somebody was disabled, which the log tells. */
  public static void refusedOfDisabled(OAuthError error, ThrowingCallable call) {
    refused(error, call)
        .hasMessageNotContaining("disabled")
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.logged()).isEqualTo("disabled"));
  }

  /** The call is refused with this error. */
  public static AbstractThrowableAssert<?, ?> refused(OAuthError error, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(OAuthException.class, e -> assertThat(e.error()).isEqualTo(error));
  }
}
