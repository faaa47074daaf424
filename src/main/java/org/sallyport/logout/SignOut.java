package org.sallyport.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sallyport.client.registry.Clients;
import org.sallyport.grant.Grants;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.SignedOut;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.session.Session;
import org.sallyport.session.Sessions;

/** The session of a browser, and its end. */
@ApplicationScoped
@Transactional
class SignOut {
  @Inject Sessions sessions;
  @Inject Grants grants;
  @Inject Clients clients;
  @Inject People people;
  @Inject Audit audit;

  /** The session of the browser, if it has one. */
  Optional<Session> session(HttpServletRequest request) {
    return sessions.current(request);
  }

  /** Ends the session with all that hangs on it, and takes its cookie from the browser. */
  void end(Session session, HttpServletResponse response, String reason) {
    sessions.end(session);
    sessions.forget(response);
    audit.record(new SignedOut(session.subject(), session.id(), reason));
  }

  /** The names of the applications that the session was used for. */
  List<String> applications(Session session, Locale language) {
    return grants.clientsOf(session.id()).stream()
        .flatMap(id -> clients.find(id).stream())
        .map(client -> client.metadata().about().name().in(language))
        .sorted()
        .toList();
  }

  /** The name of the person whose session it is. */
  Optional<String> person(Session session) {
    return people.find(session.subject()).map(Person::displayName);
  }
}
