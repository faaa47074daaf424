package org.sallyport.authorize;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_URI;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.Clients;
import org.sallyport.interaction.Ask;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.page.Expired;
import org.sallyport.interaction.pushed.AnsweredRequests;
import org.sallyport.interaction.pushed.PushedRequests;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.HttpExchange;
import org.sallyport.platform.outgoing.FetchesFirst;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.ClientId;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.FormEncoding;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.request.CheckedRequest;
import org.sallyport.request.IncomingRequest;
import org.sallyport.request.RequestChecks;
import org.sallyport.request.ResponseTarget;

/** The authorization endpoint (RFC 6749 §3.1, OpenID Connect Core §3.1.2). */
@Endpoint(frontChannel = true, givesWay = true)
@Path("authorize")
@ApplicationScoped
@FetchesFirst
public class AuthorizeResource {
  @Inject Tickets tickets;
  @Inject Expired expired;
  @Inject PushedRequests pushed;
  @Inject RequestChecks checks;
  @Inject Clients clients;
  @Inject Decision decision;
  @Inject AnsweredRequests answered;
  @Inject AuthorizationResponder answers;

  /** Takes a request in the query, or the ticket of one that was held. */
  @GET
  @Transactional(dontRollbackOn = OAuthException.class)
  public Response get() {
    var http = HttpExchange.current();
    return authorize(http, query(http.request()), asked -> step(http, asked));
  }

  /** Takes a request in a form; it goes on as a GET, which SameSite=Lax cookies come along with. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Transactional(dontRollbackOn = OAuthException.class)
  public Response post(Parameters form) {
    var http = HttpExchange.current();
    return authorize(
        http,
        query(http.request()).and(form),
        asked -> answers.goTo("/oauth2/authorize", asked.held()));
  }

  private Response authorize(
      HttpExchange http, Parameters sent, Function<CheckedRequest, Response> next) {
    var ticket = sent.optional("ticket");
    var resumed = ticket.flatMap(t -> tickets.open(t, PendingAuthorization.class));
    if (ticket.isPresent() && resumed.isEmpty()) {
      return expired.response(http.request(), ticket.get());
    }
    var arrival = resumed.map(IncomingRequest::held).orElseGet(() -> came(sent));
    var client = client(http.request(), arrival.parameters());
    if (resumed.filter(held -> client.voids(held.receivedAt())).isPresent()) {
      return expired.disabled(http.request(), sent.required("ticket"));
    }
    var opened = checks.open(client, arrival);
    var returnTo = ResponseTarget.of(client.metadata(), opened.parameters());
    // Until here a refusal is shown to the person, from here it is sent back to the client.
    try {
      return next.apply(checks.check(client, opened, returnTo, resumed));
    } catch (OAuthException refusal) {
      return answers.refusal(http, client, returnTo, refusal);
    }
  }

  // RFC 9101 §6.3: beside a reference nothing counts but the client_id, which has to fit it.
  private IncomingRequest came(Parameters sent) {
    var named = sent.all("request_uri");
    if (named.size() != 1 || !PushedRequests.isReference(named.get(0))) {
      return IncomingRequest.plain(sent);
    }
    var client = new ClientId(sent.required("client_id"));
    var reference = named.get(0);
    return pushed
        .find(reference, client)
        .map(parameters -> IncomingRequest.referred(parameters, reference))
        .orElseThrow(
            () ->
                INVALID_REQUEST_URI.because(
                    "request_uri is unknown, used, expired or another client's: push it again"));
  }

  private Response step(HttpExchange http, CheckedRequest asked) {
    AuthorizationStep next;
    try {
      next = decision.next(http.request(), asked);
    } catch (OAuthException refusal) {
      // What a person has said no to is answered by that.
      if (asked.held().progress().isPresent() && !answered.first(asked.held())) {
        return answeredBefore(http, asked.held());
      }
      throw refusal;
    }
    return step(http, asked, next);
  }

  private Response step(HttpExchange http, CheckedRequest asked, AuthorizationStep step) {
    var held = asked.held();
    if (step instanceof AuthorizationStep.Answer answer) {
      return answered.first(held)
          ? answers.code(http, asked, decision.grant(asked, answer))
          : answeredBefore(http, held);
    }
    if (answered.contain(held)) {
      return answeredBefore(http, held);
    }
    if (step instanceof AuthorizationStep.AskConsent ask) {
      return answers.goTo("/consent", held.asking(ask.question(), ask.session().id()));
    }
    if (step instanceof AuthorizationStep.Register) {
      return answers.goTo("/register", held.asking(Ask.SIGN_IN));
    }
    return answers.goTo("/login", held.asking(((AuthorizationStep.SignIn) step).ask()));
  }

  private Response answeredBefore(HttpExchange http, PendingAuthorization held) {
    if (held.pushedAs().isPresent()) {
      throw INVALID_REQUEST_URI.because("request_uri was answered already: push it again");
    }
    return expired.answered(http.request(), held);
  }

  // Whether there is no such client or it is disabled is nobody's business.
  private Client client(HttpServletRequest request, Parameters parameters) {
    var id = parameters.optional("client_id").map(ClientId::new);
    id.ifPresent(i -> request.setAttribute(ClientId.class.getName(), i));
    return id.flatMap(clients::known)
        .map(clients::readable)
        .orElseThrow(
            () -> {
              var refusal = INVALID_REQUEST.because("client_id names no client of this server");
              return id.map(i -> clients.explained(i, refusal)).orElse(refusal);
            });
  }

  private static Parameters query(HttpServletRequest request) {
    return FormEncoding.decode(Optional.ofNullable(request.getQueryString()).orElse(""));
  }
}
