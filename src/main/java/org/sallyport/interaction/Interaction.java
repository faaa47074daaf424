package org.sallyport.interaction;

import java.util.Optional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.request.ReturnAddress;

/**
 * What a person is doing while our pages are shown. Pages never ask which it is: each kind knows
 * where the browser goes on, and what a sign-in or a choice changes.
 */
public sealed interface Interaction permits PendingInteraction, Visit {

  /** The application that waits, if one does. */
  Optional<ClientId> application();

  /** The languages that the application knows the person to like; any text. */
  default Optional<String> uiLocales() {
    return Optional.empty();
  }

  /** Who the application thinks will sign in; any text. */
  default Optional<String> loginHint() {
    return Optional.empty();
  }

  /** Our own path at which the browser goes on, such as {@code /oauth2/authorize}. */
  String wayOn();

  /** Where it may lead to from there, outside of this server. */
  default Optional<ReturnAddress> leadsTo() {
    return Optional.empty();
  }

  /** Whether a person may sign in for it. */
  boolean takesSignIns();

  /** Whether the person has to prove again who they are, though they are signed in. */
  default boolean asksToSignInAgain() {
    return false;
  }

  /** The same, after the person signed in for it: this is the session they got. */
  default Interaction signedIn(SessionId session) {
    return this;
  }

  /** The same, after the person chose to go on with the account of this session. */
  default Interaction accountChosen(SessionId session) {
    return this;
  }
}
