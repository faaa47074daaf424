package org.sallyport.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.AccountVisit;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.interaction.CurrentUsers;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.person.Person;
import org.sallyport.person.state.Preferences;
import org.sallyport.platform.page.Texts;
import org.sallyport.session.Session;

/**
 * What the account pages have in common: who is signed in, whether the sign-in is fresh enough for
 * a change (sudo mode), the form that came, and where the browser goes on.
 */
@Named("account")
@RequestScoped
public class AccountContext {
  /** For how long after a sign-in a person may change what could lock them out. */
  private static final Duration SUDO = Duration.ofMinutes(5);

  private static final ZoneId UTC = ZoneId.of("UTC");

  @Inject HttpServletRequest request;
  @Inject CurrentUsers visitors;
  @Inject Page page;
  @Inject Tickets tickets;
  @Inject StaleForms staleForms;
  @Inject Clock clock;

  private Optional<CurrentUser> user = Optional.empty();
  private String caseLine = "";
  private @Nullable WrittenTime written;

  @PostConstruct
  void find() {
    user = visitors.of(request);
  }

  /** Before a page is shown: asks for a sign-in if nobody is signed in. */
  public void open() {
    if (user.isEmpty()) {
      signIn(false);
    }
  }

  /** Before a page is shown that leads to changes: asks for a sign-in unless there was one now. */
  public void openForChange() {
    if (!mayChange()) {
      signIn(user.isPresent());
    }
  }

  /** Whether the person signed in so recently that they may change what could lock them out. */
  private boolean mayChange() {
    return user.filter(u -> isFresh(u.session())).isPresent();
  }

  private boolean isFresh(Session session) {
    var age = Duration.between(session.authentication().time(), clock.instant());
    return age.compareTo(SUDO) <= 0;
  }

  /** Whether the form that came is of this browser, and somebody is signed in; says so if not. */
  boolean takesForm() {
    if (user.isEmpty()) {
      signIn(false);
      return false;
    }
    caseLine = staleForms.refuse(Optional.empty()).orElse("");
    return caseLine.isEmpty();
  }

  /** The same for a change that needs a fresh sign-in. */
  boolean takesChange() {
    if (!mayChange()) {
      signIn(user.isPresent());
      return false;
    }
    return takesForm();
  }

  private void signIn(boolean again) {
    var visit = new AccountVisit(page.path(), again, Optional.empty(), clock.instant());
    page.seeOther("/login?ticket=" + tickets.seal(visit));
  }

  /** What a field of a posted form has; none for a page that is only asked for. */
  Optional<String> sent(String field) {
    var posted = "POST".equals(request.getMethod());
    return Optional.ofNullable(posted ? request.getParameter(field) : null);
  }

  /** Shows the same page anew, so that a reload repeats nothing, with what was done. */
  void done(String what) {
    page.seeOther(page.path() + "?done=" + what);
  }

  /** Refuses what was sent, with this status; gives the line with the case number. */
  String refuse(int status, String reason) {
    return page.refuse(status, "invalid_request", reason);
  }

  /** Who is signed in; only where the page was opened. */
  CurrentUser user() {
    return user.orElseThrow();
  }

  Person person() {
    return user().person();
  }

  Instant now() {
    return clock.instant();
  }

  Texts texts() {
    return page.texts();
  }

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return page.response();
  }

  /** A moment as the page writes it. */
  public String time(Instant at) {
    if (written == null) {
      written = new WrittenTime(page.getLocale(), zone());
    }
    return written.of(at);
  }

  /** The time zone of the person: their choice, else what the file says, else UTC. */
  ZoneId zone() {
    var said = person().claims().text("zoneinfo").flatMap(Preferences::timeZone);
    return person().preferences().zone().or(() -> said).orElse(UTC);
  }

  /** Under which number the log has a form that was refused; empty if none was. */
  public String getCaseLine() {
    return caseLine;
  }

  public String getName() {
    return user.map(u -> u.person().displayName()).orElse("");
  }

  public String getUsername() {
    return user.map(u -> u.person().username()).orElse("");
  }

  /** What was just done, in words; empty if nothing was. */
  public String getDone() {
    var key = "account.done." + Optional.ofNullable(request.getParameter("done")).orElse("");
    return texts().has(key) ? texts().text(key) : "";
  }

  /** The value of {@code aria-current} of a link to this page. */
  public @Nullable String current(String link) {
    return page.path().equals(link) ? "page" : null;
  }
}
