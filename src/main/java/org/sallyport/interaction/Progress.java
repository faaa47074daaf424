package org.sallyport.interaction;

import java.util.Optional;
import org.sallyport.platform.crypto.Secrets;
import org.sallyport.protocol.SessionId;

/**
 * What a person has done for a request on hold, in one session; it counts in no other, so a ticket
 * that is carried to another browser brings nothing along.
 *
 * @param session the session it was done in
 * @param id what its answer is known by; empty as long as nothing is done
 * @param signedIn whether the person signed in for this request
 * @param accountChosen whether the person chose this account for this request
 * @param question what the person is asked to allow, if that was reached
 * @param verdict what the person said to it
 */
public record Progress(
    SessionId session,
    String id,
    boolean signedIn,
    boolean accountChosen,
    Optional<ConsentQuestion> question,
    Optional<ConsentAnswer> verdict) {

  /** Nothing done yet in this session. */
  public static Progress none(SessionId session) {
    return new Progress(session, "", false, false, Optional.empty(), Optional.empty());
  }

  /** Whoever signs in begins anew, so that nothing said before counts. */
  Progress afterSignIn() {
    return new Progress(session, "", true, true, Optional.empty(), Optional.empty());
  }

  Progress afterChoice() {
    return new Progress(session, id, signedIn, true, question, verdict);
  }

  Progress asking(ConsentQuestion asked) {
    return new Progress(session, id, signedIn, accountChosen, Optional.of(asked), Optional.empty());
  }

  Progress answered(ConsentAnswer said) {
    return new Progress(session, id, signedIn, accountChosen, question, Optional.of(said));
  }

  /** The same, with an id. */
  Progress named() {
    return id.isEmpty()
        ? new Progress(session, Secrets.token(), signedIn, accountChosen, question, verdict)
        : this;
  }
}
