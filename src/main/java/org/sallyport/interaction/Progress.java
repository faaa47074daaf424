package org.sallyport.interaction;

import java.util.Optional;
import org.sallyport.protocol.SessionId;

/**
 * What a person has done for a request on hold, in one session; it counts in no other, so a ticket
 * that is carried to another browser brings nothing along.
 *
 * @param session the session it was done in
 * @param signedIn whether the person signed in for this request
 * @param accountChosen whether the person chose this account for this request
 * @param question what the person is asked to allow, if that was reached
 * @param verdict what the person said to it
 */
public record Progress(
    SessionId session,
    boolean signedIn,
    boolean accountChosen,
    Optional<Question> question,
    Optional<Verdict> verdict) {

  /** Nothing done yet in this session. */
  public static Progress none(SessionId session) {
    return new Progress(session, false, false, Optional.empty(), Optional.empty());
  }

  Progress afterSignIn() {
    return new Progress(session, true, true, question, verdict);
  }

  Progress afterChoice() {
    return new Progress(session, signedIn, true, question, verdict);
  }

  Progress asking(Question asked) {
    return new Progress(session, signedIn, accountChosen, Optional.of(asked), Optional.empty());
  }

  Progress answered(Verdict said) {
    return new Progress(session, signedIn, accountChosen, question, Optional.of(said));
  }
}
