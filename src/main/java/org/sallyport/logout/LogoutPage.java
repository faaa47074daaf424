package org.sallyport.logout;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.interaction.Interaction;
import org.sallyport.interaction.PendingLogout;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.page.ContinueResponse;
import org.sallyport.interaction.page.Page;
import org.sallyport.interaction.page.StaleForms;
import org.sallyport.platform.config.Settings;
import org.sallyport.protocol.request.ReturnAddress;
import org.sallyport.session.Session;

/** The page on which a person signs out, or is told that they have. */
@Named
@RequestScoped
public class LogoutPage {
  @Inject Page page;
  @Inject Tickets tickets;
  @Inject SignOut signOut;
  @Inject StaleForms staleForms;
  @Inject ContinueResponse onward;
  @Inject Settings settings;

  private @Nullable Session session;
  private List<String> applications = List.of();
  private String caseLine = "";

  /** Before the page is shown: its form may lead on to the application. */
  public void open() {
    leadsTo().ifPresent(to -> onward.permit(request(), response(), to));
  }

  /** The button. */
  public void signOut() throws IOException {
    var client = tickets.open(page.getTicket()).flatMap(Interaction::application);
    caseLine = staleForms.refuse(client).orElse("");
    if (isRepeated()) {
      return;
    }
    if (session != null) {
      signOut.end(session, response(), "by the person");
      session = null;
    }
    if (leadsTo().isPresent()) {
      var next = settings.endpoint("/oauth2/logout") + "?ticket=" + page.getTicket();
      onward.send(request(), response(), next);
      context().responseComplete();
    }
  }

  /** Whether there is a session to end. */
  public boolean isSignedIn() {
    return session != null;
  }

  public String getPerson() {
    return Optional.ofNullable(session).flatMap(signOut::person).orElse("");
  }

  /** The names of the applications that the session is, or was, used for. */
  public List<String> getApplications() {
    return applications;
  }

  /** Whether the form must be sent again, since the one that came was not of this browser. */
  public boolean isRepeated() {
    return !caseLine.isEmpty();
  }

  /** Under which number the log has the form that came. */
  public String getCaseLine() {
    return caseLine;
  }

  @PostConstruct
  void find() {
    session = signOut.session(request()).orElse(null);
    if (session != null) {
      applications = signOut.applications(session, page.getLocale());
    }
  }

  private Optional<ReturnAddress> leadsTo() {
    return tickets.open(page.getTicket(), PendingLogout.class).flatMap(PendingLogout::leadsTo);
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
