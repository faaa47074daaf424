package org.sallyport.login;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.client.Clients;
import org.sallyport.interaction.Ask;
import org.sallyport.interaction.Expired;
import org.sallyport.interaction.Held;
import org.sallyport.interaction.Onward;
import org.sallyport.interaction.Page;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.Visitor;
import org.sallyport.interaction.Visitors;
import org.sallyport.person.Password;
import org.sallyport.person.SignInVerdict.Accepted;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Csrf;
import org.sallyport.platform.http.Texts;
import org.sallyport.protocol.ClientId;

/** The page where a person signs in, or goes on as who they are (OpenID Connect Core §3.1.2.3). */
@Named
@RequestScoped
public class LoginPage {
  private static final int LONGEST_HINT = 255;

  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject Tickets tickets;
  @Inject Visitors visitors;
  @Inject Clients clients;
  @Inject Entrance entrance;
  @Inject Expired expired;
  @Inject Onward onward;
  @Inject Settings settings;
  @Inject Csrf csrf;
  @Inject Clock clock;

  private Optional<Held> held = Optional.empty();
  private Optional<Visitor> visitor = Optional.empty();
  private @Nullable String username;
  private String password = "";
  private Complaint complaint = Complaint.NONE;
  private String caseLine = "";

  // Before anything is read from a form, because what is shown decides what is read.
  @PostConstruct
  void find() {
    held = tickets.open(page.getTicket());
    visitor = visitors.of(request);
  }

  /** Before the page is shown, the first time or again. */
  public void open() throws IOException {
    if (held.isEmpty() && !page.getTicket().isEmpty()) {
      expired.send(request, response(), page.getTicket());
      context().responseComplete();
      return;
    }
    if ("POST".equals(request.getMethod()) && !context().isPostback()) {
      complain(Complaint.REPEAT, entrance.refused("csrf", client()));
    }
    held.ifPresent(h -> onward.permit(request, response(), h.returnTo()));
    csrf.token(request, response());
    response().setStatus(complaint.status());
    complaint
        .delay()
        .ifPresent(d -> response().setHeader("Retry-After", "" + Complaint.seconds(d)));
  }

  /** The button Sign in. */
  public void signIn() throws IOException {
    if (!submitted()) {
      return;
    }
    var typed = new Typed(getUsername(), new Password(password));
    var early = typed.complaint();
    if (early.isPresent()) {
      complain(early.get(), entrance.refused(early.get().logged(), client()));
      return;
    }
    var verdict = entrance.judge(request, typed);
    if (verdict instanceof Accepted accepted) {
      var session = entrance.begin(request, response(), accepted.person(), client());
      goOn(held.map(h -> h.signedIn(session.id())));
    } else {
      complain(Complaint.of(verdict), entrance.refused(verdict, client()));
    }
  }

  /** The button Continue. */
  public void goOn() throws IOException {
    if (submitted() && visitor.isPresent()) {
      var session = visitor.get().session();
      goOn(held.map(h -> h.accountChosen(session.id())));
    }
  }

  /** Whether the person only has to say that they are who they are. */
  public boolean isChoosing() {
    return visitor.isPresent() && !isOther() && !isAgain() && !isTyped();
  }

  /** Whether the person is to show again who they are. */
  public boolean isAgain() {
    return visitor.isPresent()
        && !isOther()
        && held.filter(h -> h.ask() == Ask.SIGN_IN_AGAIN).isPresent();
  }

  // A form from before the sign-in in another tab still does what it was shown for.
  private boolean isTyped() {
    return request.getParameter("username") != null;
  }

  /** Whether the person said that they are somebody else. */
  public boolean isOther() {
    return request.getParameter("other") != null;
  }

  public String getTitle() {
    var key = isChoosing() ? "login.title.choose" : "login.title";
    return application().map(a -> texts().text(key, a)).orElse(texts().text("login.title.plain"));
  }

  /** The name of the application that waits, kept from mixing with the text around it. */
  public String getApplication() {
    return application().orElse("Sallyport");
  }

  /** The name of the person who is signed in. */
  public String getPerson() {
    return visitor.map(v -> isolated(v.person().displayName())).orElse("");
  }

  /** The words on the button Continue. */
  public String getGoingOn() {
    return texts().text("login.continue", getPerson());
  }

  public String getCsrf() {
    return csrf.token(request, response());
  }

  public List<Complaint.Line> getComplaints() {
    return complaint.lines();
  }

  /** Under which number the log has what is complained of. */
  public String getCaseLine() {
    return caseLine;
  }

  /** What one of the complaints says. */
  public String say(Complaint.Line line) {
    return line.in(texts());
  }

  /** The value of {@code aria-invalid}, or nothing where there is nothing wrong. */
  public @Nullable String wrong(String field) {
    return complaint.fields().contains(field) ? "true" : null;
  }

  /** The value of {@code autofocus} where the person goes on, or nothing elsewhere. */
  public @Nullable String focus(String element) {
    return element.equals(focused()) ? "autofocus" : null;
  }

  /** The address of this page for somebody else. */
  public String getOtherAccount() {
    var ticket = held.isPresent() ? "ticket=" + page.getTicket() + "&" : "";
    return page.getAddress() + "?" + ticket + "other=yes";
  }

  public String getUsername() {
    return Optional.ofNullable(username).orElseGet(this::expected);
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(String password) {
    this.password = password;
  }

  private String expected() {
    if (isOther()) {
      return "";
    }
    var hint = held.flatMap(Held::loginHint).filter(h -> h.length() <= LONGEST_HINT);
    return visitor.map(v -> v.person().username()).or(() -> hint).orElse("");
  }

  private String focused() {
    if (!complaint.lines().isEmpty()) {
      return "summary";
    }
    return getUsername().isEmpty() ? "username" : "password";
  }

  private void complain(Complaint about, CaseNumber number) {
    complaint = about;
    caseLine = texts().caseLine(number, clock.instant());
  }

  // Whether there is something to answer; what there is to say otherwise, open() says.
  private boolean submitted() {
    if (!csrf.matches(request, request.getParameter("csrf"))) {
      complain(Complaint.REPEAT, entrance.refused("csrf", client()));
      return false;
    }
    return held.isPresent() || page.getTicket().isEmpty();
  }

  private void goOn(Optional<Held> next) throws IOException {
    var place =
        next.map(h -> settings.endpoint("/oauth2/authorize") + "?ticket=" + tickets.seal(h));
    onward.send(request, response(), place.orElseGet(() -> settings.endpoint("/")));
    context().responseComplete();
  }

  private Optional<ClientId> client() {
    return held.map(Held::client);
  }

  private Optional<String> application() {
    return client()
        .flatMap(clients::find)
        .map(c -> isolated(c.metadata().about().name().in(page.getLocale())));
  }

  // Whatever direction the name is written in, the sentence keeps its own (UAX #9 §2.4).
  private static String isolated(String name) {
    return "\u2068" + name + "\u2069";
  }

  private Texts texts() {
    return new Texts(page.getLocale());
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse) context().getExternalContext().getResponse();
  }

  private static FacesContext context() {
    return FacesContext.getCurrentInstance();
  }
}
