package org.sallyport.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.OAuthException;
import org.sallyport.session.Session;
import org.sallyport.session.Sessions;

/** Tells who is signed in with a browser; nobody whose account or password has changed since. */
@ApplicationScoped
public class CurrentUsers {
  @Inject Sessions sessions;
  @Inject People people;

  /** The person behind this request, if one is signed in. */
  @Transactional
  public Optional<CurrentUser> of(HttpServletRequest request) {
    return session(request)
        .flatMap(s -> people.find(s.subject()).map(person -> new CurrentUser(s, person)));
  }

  /** The session alone, which tells who it is; the row of the person is not read. */
  @Transactional
  public Optional<Session> session(HttpServletRequest request) {
    return sessions.speaking(request);
  }

  /** The refusal where nobody is signed in; the log tells it of a person who was disabled. */
  @Transactional
  public OAuthException explained(HttpServletRequest request, OAuthException refusal) {
    return sessions.wasDisabled(request) ? refusal.ofDisabled() : refusal;
  }

  /** Whether a session of this person counts: their password has not changed since. */
  public static boolean speaksFor(Session session, Person person) {
    return person.enabled() && session.isSince(person.credentialsChangedAt());
  }
}
