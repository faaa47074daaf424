package org.sallyport.protocol.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the client wants the person to be asked (OpenID Connect Core §3.1.2.1). */
public enum Prompt {
  /** Show nothing. */
  NONE,
  /** Sign in again. */
  LOGIN,
  /** Ask for consent again. */
  CONSENT,
  /** Choose an account. */
  SELECT_ACCOUNT,
  /** Register an account (OpenID Connect Prompt Create 1.0 §4.1), where that is possible. */
  CREATE;

  /** The prompts of a space-separated list; refuses an unknown one, and none beside another. */
  public static Set<Prompt> parse(String list) {
    var prompts = EnumSet.noneOf(Prompt.class);
    Arrays.stream(list.split(" ")).filter(s -> !s.isEmpty()).map(Prompt::one).forEach(prompts::add);
    if (prompts.contains(NONE) && prompts.size() > 1) {
      throw INVALID_REQUEST.because("prompt none must stand alone");
    }
    return Collections.unmodifiableSet(prompts);
  }

  /** The value on the wire. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Prompt one(String value) {
    return Arrays.stream(values())
        .filter(p -> p.value().equals(value))
        .findFirst()
        .orElseThrow(
            () -> INVALID_REQUEST.because("prompt must be none, login, consent or select_account"));
  }
}
