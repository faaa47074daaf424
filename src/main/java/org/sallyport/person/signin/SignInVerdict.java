package org.sallyport.person.signin;

import java.time.Duration;
import java.util.Optional;
import org.sallyport.person.DisabledReason;
import org.sallyport.person.Person;
import org.sallyport.protocol.Subject;

/** What came of a {@link SignInAttempt}; a fault is none of these. */
public sealed interface SignInVerdict {

  /** The password is this person's. */
  record Accepted(Person person) implements SignInVerdict {}

  /**
   * There is no such person, or the password is not theirs, or they may not sign in; the page makes
   * no difference.
   *
   * @param account the account that was tried, for the audit log
   * @param disabled why the account may not be used, if so; the audit log alone is told
   */
  record Refused(Optional<Subject> account, Optional<DisabledReason> disabled)
      implements SignInVerdict {}

  /**
   * Too many tries have failed; this one was not made and is not counted.
   *
   * @param account the account that was tried, for the audit log
   */
  record Throttled(Duration delay, Optional<Subject> account) implements SignInVerdict {}
}
