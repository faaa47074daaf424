package org.sallyport.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.AccountVisit;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.interaction.CurrentUsers;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.person.Person;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.page.Csrf;
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
  public static final Duration SUDO = Duration.ofMinutes(5);

  @Inject HttpServletRequest request;
  @Inject CurrentUsers visitors;
  @Inject Page page;
  @Inject Tickets tickets;
  @Inject Csrf csrf;
  @Inject StaleForms staleForms;
  @Inject Settings settings;
  @Inject Clock clock;

  private Optional<CurrentUser> user = Optional.empty();
  private String caseLine = "";

  @PostConstruct
  void find() {
    user = visitors.of(request);
  }

  /** Before a page is shown: asks for a sign-in if nobody is signed in. */
  public void open() throws IOException {
    if (user.isEmpty()) {
      signIn(false);
    }
  }

  /** Before a page is shown that leads to changes: asks for a sign-in unless there was one now. */
  public void openForChange() throws IOException {
    if (!mayChange()) {
      signIn(user.isPresent());
    }
  }

  /** Whether the person signed in so recently that they may change what could lock them out. */
  boolean mayChange() {
    return user.filter(u -> isFresh(u.session())).isPresent();
  }

  private boolean isFresh(Session session) {
    var age = Duration.between(session.authentication().time(), clock.instant());
    return age.compareTo(SUDO) <= 0;
  }

  /** Whether the form that came is of this browser, and somebody is signed in; says so if not. */
  boolean takesForm() throws IOException {
    if (user.isEmpty()) {
      signIn(false);
      return false;
    }
    caseLine = staleForms.refuse(request, response(), Optional.empty(), texts()).orElse("");
    return caseLine.isEmpty();
  }

  /** The same for a change that needs a fresh sign-in. */
  boolean takesChange() throws IOException {
    if (!mayChange()) {
      signIn(user.isPresent());
      return false;
    }
    return takesForm();
  }

  private void signIn(boolean again) throws IOException {
    var visit = new AccountVisit(path(), again, Optional.empty(), clock.instant());
    goTo("/login?ticket=" + tickets.seal(visit));
  }

  /** The page that was asked for, as a path of ours; what it was asked with is left out. */
  private String path() {
    return request.getServletPath().replaceFirst("\\.xhtml$", "");
  }

  /** What a field of a posted form has; none for a page that is only asked for. */
  Optional<String> sent(String field) {
    var posted = "POST".equals(request.getMethod());
    return Optional.ofNullable(posted ? request.getParameter(field) : null);
  }

  /** Shows the same page anew, so that a reload repeats nothing, with what was done. */
  void done(String what) throws IOException {
    goTo(path() + "?done=" + what);
  }

  /** Goes on to a path of ours (RFC 9110 §15.4.4). */
  void goTo(String path) {
    response().setStatus(HttpServletResponse.SC_SEE_OTHER);
    response().setHeader("Location", settings.endpoint(path));
    FacesContext.getCurrentInstance().responseComplete();
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
    return new Texts(page.getLocale());
  }

  HttpServletRequest request() {
    return request;
  }

  HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  /** A moment as the page writes it. */
  public String time(Instant at) {
    return new WrittenTime(page.getLocale()).of(at);
  }

  public String getCsrf() {
    return csrf.token(request, response());
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
    return path().equals(link) ? "page" : null;
  }
}
