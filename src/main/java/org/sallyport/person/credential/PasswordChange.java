package org.sallyport.person.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Whether a person has to choose another password at the next sign-in. What an entry of the
 * configuration asks for is done once: it asks again after it has stood without it in between.
 */
@Embeddable
public class PasswordChange {
  private static final String NOT_ASKED = "no";
  private static final String ASKED = "asked";
  private static final String DONE = "done";

  @Column(name = "password_change")
  private String state = NOT_ASKED;

  /** Takes over whether the configuration asks for it. */
  public void take(boolean asked) {
    if (!asked) {
      state = NOT_ASKED;
    } else if (state.equals(NOT_ASKED)) {
      state = ASKED;
    }
  }

  /** Whether it is still to be done. */
  public boolean isDue() {
    return state.equals(ASKED);
  }

  /** Says that the person has chosen another password. */
  public void chosen() {
    if (isDue()) {
      state = DONE;
    }
  }
}
