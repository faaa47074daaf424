package org.sallyport.authorize;

import org.sallyport.interaction.Ask;
import org.sallyport.interaction.Question;
import org.sallyport.protocol.Scopes;
import org.sallyport.session.Session;

/** What a sound authorization request leads to next. */
sealed interface Step {

  /** The person has to sign in, or to choose an account. */
  record SignIn(Ask ask) implements Step {}

  /** The person has to say what the client may have. */
  record AskConsent(Session session, Question question) implements Step {}

  /** The client gets its code. */
  record Answer(Session session, Scopes scopes) implements Step {}
}
