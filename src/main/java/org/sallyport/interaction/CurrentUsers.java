package org.sallyport.interaction;

import static java.time.temporal.ChronoUnit.SECONDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.sallyport.person.People;
import org.sallyport.person.Person;
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
    return sessions
        .current(request)
        .flatMap(
            s ->
                people
                    .find(s.subject())
                    .filter(p -> speaksFor(s, p))
                    .map(p -> new CurrentUser(s, p)));
  }

  /** The refusal where nobody is signed in; the log tells it of a person who was disabled. */
  @Transactional
  public OAuthException explained(HttpServletRequest request, OAuthException refusal) {
    return sessions.wasDisabled(request) ? refusal.ofDisabled() : refusal;
  }

  /** Whether a session of this person counts: their password has not changed since. */
  // Sign-ins are known to the second (OpenID Connect Core §2, auth_time).
  public static boolean speaksFor(Session session, Person person) {
    var since = person.credentialsChangedAt().truncatedTo(SECONDS);
    return person.enabled() && !session.authentication().time().isBefore(since);
  }
}
