package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sallyport.session.BrowserName;
import org.sallyport.session.OpenSession;

/** The page on which a person sees where they are signed in, and ends sessions. */
@Named
@RequestScoped
public class SessionsPage {
  @Inject AccountContext account;
  @Inject AccountSessions sessions;
  @Inject AccountAttention attention;

  // Read once, however often the page asks.
  private @Nullable List<ShownSession> shown;

  /**
   * A session, in words.
   *
   * @param id its name; no secret
   * @param browser such as {@code Firefox, Windows}
   * @param here whether it is the one of this browser
   */
  public record ShownSession(
      String id, String browser, String address, String since, String lastSeen, boolean here) {}

  /** All sessions of the person, the one of this browser first. */
  public List<ShownSession> getSessions() {
    if (shown == null) {
      shown = read();
    }
    return shown;
  }

  private List<ShownSession> read() {
    var open = sessions.of(account.user());
    attention.see(account.user(), open);
    var all = open.stream().map(this::shown).toList();
    return Stream.concat(
            all.stream().filter(ShownSession::here), all.stream().filter(s -> !s.here()))
        .toList();
  }

  /** Whether there is a session that is not the one of this browser. */
  public boolean isElsewhere() {
    return getSessions().stream().anyMatch(session -> !session.here());
  }

  /** Before the page is shown: does what a button of its form asks for. */
  public void open() {
    var one = account.sent("end");
    if (account.sent("end-others").isPresent()) {
      endOthers();
    } else if (one.isPresent()) {
      end(one.get());
    } else {
      account.open();
    }
  }

  private void end(String id) {
    if (account.takesForm()) {
      account.done(sessions.end(account.user(), id) ? "session-ended" : "session-gone");
    }
  }

  private void endOthers() {
    if (account.takesForm()) {
      sessions.endOthers(account.user());
      account.done("sessions-ended");
    }
  }

  private ShownSession shown(OpenSession open) {
    return new ShownSession(
        open.session().id().value(),
        name(BrowserName.of(open.start().userAgent())),
        open.start().address(),
        account.time(open.start().at()),
        account.time(open.lastSeenAt()),
        open.session().id().equals(account.user().session().id()));
  }

  private String name(BrowserName name) {
    var known = name.line();
    return known.isEmpty() ? account.texts().text("account.sessions.unknown") : known;
  }
}
