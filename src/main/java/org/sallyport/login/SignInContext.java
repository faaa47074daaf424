package org.sallyport.login;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.sallyport.client.logo.ClientLogos;
import org.sallyport.client.registry.Clients;
import org.sallyport.interaction.CurrentUser;
import org.sallyport.interaction.CurrentUsers;
import org.sallyport.interaction.Interaction;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.Visit;
import org.sallyport.interaction.page.ContinueResponse;
import org.sallyport.interaction.page.Page;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.page.Csrf;
import org.sallyport.platform.page.Texts;
import org.sallyport.protocol.ClientId;

/**
 * What the questions of the sign-in page have in common: the request on hold, who is signed in with
 * this browser, what is wrong with the form that came, and the way on.
 */
@RequestScoped
class SignInContext {
  @Inject HttpServletRequest request;
  @Inject Page page;
  @Inject Tickets tickets;
  @Inject CurrentUsers visitors;
  @Inject Clients clients;
  @Inject ClientLogos logos;
  @Inject PasswordSignIn entrance;
  @Inject ContinueResponse onward;
  @Inject Settings settings;
  @Inject Csrf csrf;
  @Inject Clock clock;

  private Optional<Interaction> interaction = Optional.empty();
  private Optional<CurrentUser> visitor = Optional.empty();
  private SignInError complaint = SignInError.NONE;
  private String caseLine = "";

  // Before anything is read from a form, because what is shown decides what is read.
  @PostConstruct
  void find() {
    interaction =
        page.getTicket().isEmpty()
            ? Optional.of(new Visit())
            : tickets.open(page.getTicket()).map(Interaction.class::cast);
    interaction = interaction.filter(Interaction::takesSignIns);
    visitor = visitors.of(request);
  }

  /** What the person signs in for; none if its ticket is good no more. */
  Optional<Interaction> interaction() {
    return interaction;
  }

  /** Who is signed in with this browser. */
  Optional<CurrentUser> visitor() {
    return visitor;
  }

  /** The name of the person who is signed in, kept from mixing with the text around it. */
  String person() {
    return visitor.map(v -> isolated(v.person().displayName())).orElse("");
  }

  /** The client that waits. */
  Optional<ClientId> client() {
    return interaction.flatMap(Interaction::application);
  }

  /** The name of the application that waits, kept from mixing with the text around it. */
  Optional<String> application() {
    return client()
        .flatMap(clients::find)
        .map(c -> isolated(c.metadata().about().name().in(page.getLocale())));
  }

  /** The path of the logo of the application that waits. */
  Optional<String> logo() {
    return client().flatMap(clients::find).flatMap(logos::path);
  }

  /** Whether the person said that they are somebody else. */
  boolean isOther() {
    return request.getParameter("other") != null;
  }

  /** Whether the person is to show again who they are. */
  boolean isAgain() {
    return visitor.isPresent()
        && !isOther()
        && interaction.filter(Interaction::asksToSignInAgain).isPresent();
  }

  /** The address of this page for somebody else. */
  String otherAccount() {
    var ticket = page.getTicket().isEmpty() ? "" : "ticket=" + page.getTicket() + "&";
    return page.getAddress() + "?" + ticket + "other=yes";
  }

  /** Whether the ticket that came is one of a request that can still be answered. */
  boolean isExpired() {
    return interaction.isEmpty();
  }

  /** Whether the form that came was shown in this browser; complains if it was not. */
  boolean isGenuine() {
    if (!csrf.matches(request, request.getParameter("csrf"))) {
      complain(SignInError.REPEAT, entrance.refused("csrf", client()));
      return false;
    }
    return !isExpired();
  }

  /** Takes down what keeps the person from being signed in. */
  void complain(SignInError about, CaseNumber number) {
    complaint = about;
    caseLine = texts().caseLine(number, clock.instant());
  }

  SignInError complaint() {
    return complaint;
  }

  /** Under which number the log has what is complained of. */
  String caseLine() {
    return caseLine;
  }

  /** Leads on to what comes next. */
  void goOn(Interaction next) throws IOException {
    onward.send(request, response(), settings.endpoint(tickets.wayOn(next)));
    FacesContext.getCurrentInstance().responseComplete();
  }

  /** Shows this page again, with the question that fits now. */
  void askAgain() {
    page.seeOther(page.withTicket("/login"));
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

  // Whatever direction the name is written in, the sentence keeps its own (UAX #9 §2.4).
  private static String isolated(String name) {
    return "\u2068" + name + "\u2069";
  }
}
