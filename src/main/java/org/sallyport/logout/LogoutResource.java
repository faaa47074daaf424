package org.sallyport.logout;

import static java.time.temporal.ChronoUnit.SECONDS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.Clients;
import org.sallyport.client.registry.SubjectIdentifiers;
import org.sallyport.interaction.PendingLogout;
import org.sallyport.interaction.PendingLogout.Hinted;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.page.Expired;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.protocol.SessionId;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.session.Session;

/** Where an application sends a person to sign out (OpenID Connect RP-Initiated Logout §2). */
@Endpoint(frontChannel = true)
@Path("logout")
@ApplicationScoped
public class LogoutResource {
  @Inject LogoutRequests wishes;
  @Inject Tickets tickets;
  @Inject Expired expired;
  @Inject SignOut signOut;
  @Inject Clients clients;
  @Inject SubjectIdentifiers subjects;
  @Inject Settings settings;

  /** Takes a wish in the query, or the ticket of one that was posted. */
  @GET
  public Response get(@Context HttpServletRequest request, @Context HttpServletResponse response) {
    var sent = FormEncoding.decode(Optional.ofNullable(request.getQueryString()).orElse(""));
    var ticket = sent.optional("ticket");
    if (ticket.isEmpty()) {
      return leave(request, response, wishes.read(sent));
    }
    return ticket
        .flatMap(t -> tickets.open(t, PendingLogout.class))
        .map(wish -> leave(request, response, wish))
        .orElseGet(() -> expired.response(request, ticket.get()));
  }

  /** Takes a wish in a form; it goes on as a GET, which SameSite=Lax cookies come along with. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response post(Parameters form) {
    return goTo("/oauth2/logout", wishes.read(form));
  }

  private Response leave(
      HttpServletRequest request, HttpServletResponse response, PendingLogout wish) {
    var session = signOut.session(request);
    var known = session.filter(s -> isHinted(s, wish));
    known.ifPresent(s -> signOut.end(s, response, "asked for by an application"));
    var over = session.isEmpty() || known.isPresent();
    return over && wish.returnTo().isPresent()
        ? seeOther(wish.returnTo().get())
        : goTo("/logout", wish);
  }

  /** Whether the application knows this very session, so that its wish is not somebody else's. */
  boolean isHinted(Session session, PendingLogout wish) {
    return wish.hinted().filter(h -> isHinted(session, h, client(wish))).isPresent();
  }

  private Optional<ClientMetadata> client(PendingLogout wish) {
    return wish.client().flatMap(id -> clients.find(id)).map(Client::metadata);
  }

  private boolean isHinted(Session session, Hinted hinted, Optional<ClientMetadata> client) {
    var subject =
        client.map(c -> subjects.of(session.subject(), c)).orElseGet(() -> session.subject());
    return hinted.subject().equals(subject)
        && hinted
            .session()
            .map(named -> named.equals(name(session, client)))
            .orElseGet(() -> client.isPresent() && hinted.signedInAt().equals(time(session)));
  }

  private SessionId name(Session session, Optional<ClientMetadata> client) {
    return client.map(c -> subjects.of(session.id(), c)).orElseGet(() -> session.id());
  }

  // As an ID token tells it.
  private static Optional<Instant> time(Session session) {
    return Optional.of(session.authentication().time().truncatedTo(SECONDS));
  }

  private Response goTo(String path, PendingLogout wish) {
    return seeOther(settings.endpoint(path) + "?ticket=" + tickets.seal(wish));
  }

  private static Response seeOther(String address) {
    return Response.status(Response.Status.SEE_OTHER).header("Location", address).build();
  }
}
