package org.sallyport.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.Interaction;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.page.ContinueResponse;
import org.sallyport.interaction.page.Expired;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.interaction.pushed.AnsweredRequests;
import org.sallyport.person.Person;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.page.Texts;

/** The page on which a person allows or denies (OpenID Connect Core §3.1.2.4). */
@Named
@RequestScoped
public class ConsentPage {
  @Inject Page page;
  @Inject Tickets tickets;
  @Inject ConsentViews asking;
  @Inject ConsentRecorder answering;
  @Inject AnsweredRequests answered;
  @Inject Expired expired;
  @Inject ContinueResponse onward;
  @Inject StaleForms staleForms;
  @Inject Settings settings;

  private @Nullable PendingConsent pending;
  private ConsentView shown = ConsentView.NOTHING;
  private String caseLine = "";

  /** Before the page is shown: finds what is asked, or leads on to where it is found. */
  public void open() throws IOException {
    var found = find();
    if (found.isPresent()) {
      pending = found.get();
      shown = asking.shown(found.get(), texts());
      onward.permit(request(), response(), found.get().held().returnTo());
    }
  }

  /** The button Allow. */
  public void allow() throws IOException {
    var found = submitted();
    if (found.isPresent()) {
      goOn(answering.allow(found.get(), ticked()));
    }
  }

  /** The button Deny. */
  public void deny() throws IOException {
    var found = submitted();
    if (found.isPresent()) {
      goOn(answering.deny(found.get()));
    }
  }

  public ConsentView getShown() {
    return shown;
  }

  public Person getPerson() {
    return pending().visitor().person();
  }

  /** Whether the form must be sent again, since the one that came was not of this browser. */
  public boolean isRepeated() {
    return !caseLine.isEmpty();
  }

  /** Under which number the log has the form that came. */
  public String getCaseLine() {
    return caseLine;
  }

  private Optional<PendingConsent> submitted() throws IOException {
    var client = tickets.open(page.getTicket()).flatMap(Interaction::application);
    caseLine = staleForms.refuse(client).orElse("");
    return isRepeated() ? Optional.empty() : find();
  }

  private Optional<PendingConsent> find() throws IOException {
    var held = tickets.open(page.getTicket(), PendingAuthorization.class);
    if (held.isEmpty()) {
      expired.send(request(), response(), page.getTicket());
      context().responseComplete();
      return Optional.empty();
    }
    var found = asking.pending(request(), held.get());
    // Signed out meanwhile, or signed in as somebody else: what to do is decided anew.
    if (found.isEmpty() || answered.contain(held.get())) {
      goOn(held.get());
      return Optional.empty();
    }
    return found;
  }

  private void goOn(PendingAuthorization held) throws IOException {
    onward.send(request(), response(), settings.endpoint(tickets.wayOn(held)));
    context().responseComplete();
  }

  private Texts texts() {
    return page.texts();
  }

  private static List<String> ticked() {
    var values = request().getParameterValues("scope");
    return values == null ? List.of() : Arrays.asList(values);
  }

  private PendingConsent pending() {
    return Optional.ofNullable(pending).orElseThrow();
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) context().getExternalContext().getRequest();
  }

  private HttpServletResponse response() {
    return page.response();
  }

  private static FacesContext context() {
    return FacesContext.getCurrentInstance();
  }
}
