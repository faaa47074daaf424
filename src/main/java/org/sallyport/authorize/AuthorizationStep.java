package org.sallyport.authorize;

import org.sallyport.interaction.Ask;
import org.sallyport.interaction.ConsentQuestion;
import org.sallyport.protocol.Scopes;
import org.sallyport.session.Session;

/** What a sound authorization request leads to next. */
sealed interface AuthorizationStep {

  /** The person has to sign in, or to choose an account. */
  record SignIn(Ask ask) implements AuthorizationStep {}

  /** The person may register an account, and then has to sign in. */
  record Register() implements AuthorizationStep {}

  /** The person has to say what the client may have. */
  record AskConsent(Session session, ConsentQuestion question) implements AuthorizationStep {}

  /** The client gets its code. */
  record Answer(Session session, Scopes scopes) implements AuthorizationStep {}
}
