package org.sallyport.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.sallyport.platform.crypto.Purpose.TICKET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.person.People;
import org.sallyport.person.Person;
import org.sallyport.platform.crypto.ServerSeal;
import org.sallyport.platform.page.Cookies;
import org.sallyport.platform.persistence.mapping.StoredTime;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.Subject;

/**
 * That somebody has just typed the right password in this browser, and has to choose another one
 * before the session begins. The browser keeps it for ten minutes, sealed; it is void once the
 * password has changed.
 */
@ApplicationScoped
class DuePasswordChange {
  private static final String COOKIE = "change";
  // Nothing else that is sealed for the same purpose begins like this.
  private static final String KIND = "password change";
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  @Inject Cookies cookies;
  @Inject ServerSeal seal;
  @Inject People people;
  @Inject Clock clock;

  /** Remembers whose password was typed. */
  void begin(HttpServletResponse response, Person person) {
    var kept =
        String.join(
            "\n",
            KIND,
            clock.instant().toString(),
            person.credentialsChangedAt().toString(),
            person.subject().value());
    cookies.set(response, COOKIE, seal.seal(TICKET, kept.getBytes(UTF_8)), Optional.of(LIFETIME));
  }

  /** Who has to choose another password in this browser. */
  @Transactional
  public Optional<Person> of(HttpServletRequest request) {
    return cookies
        .read(request, COOKIE)
        .flatMap(kept -> seal.open(TICKET, kept))
        .map(bytes -> new String(bytes, UTF_8).split("\n"))
        .filter(kept -> kept.length == 4 && kept[0].equals(KIND) && isRecent(kept[1]))
        .flatMap(kept -> people.find(new Subject(kept[3])).filter(p -> isDue(p, kept[2])));
  }

  /** Forgets it. */
  void end(HttpServletResponse response) {
    cookies.clear(response, COOKIE);
  }

  private boolean isRecent(String at) {
    return StoredTime.isWithin(LIFETIME, Instant.parse(at), clock.instant());
  }

  private static boolean isDue(Person person, String changedAt) {
    return person.enabled()
        && person.mustChangePassword()
        && person.credentialsChangedAt().equals(Instant.parse(changedAt));
  }
}
