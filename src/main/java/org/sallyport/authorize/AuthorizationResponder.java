package org.sallyport.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.ClientKeys;
import org.sallyport.grant.Grant;
import org.sallyport.grant.GrantCredentials;
import org.sallyport.interaction.PendingAuthorization;
import org.sallyport.interaction.Tickets;
import org.sallyport.jwt.SignedAnswers;
import org.sallyport.platform.audit.Audit;
import org.sallyport.platform.audit.AuditEvent.GrantIssued;
import org.sallyport.platform.audit.AuditEvent.RequestRefused;
import org.sallyport.platform.audit.CaseNumber;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.HttpExchange;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.ReturnAddress;
import org.sallyport.request.CheckedRequest;

/** Sends the browser on: to a page of ours, or back to the client. */
@ApplicationScoped
class AuthorizationResponder {
  @Inject Tickets tickets;
  @Inject GrantCredentials credentials;
  @Inject FormPostPage formPost;
  @Inject SignedAnswers signedAnswers;
  @Inject ClientKeys clientKeys;
  @Inject Settings settings;
  @Inject Audit audit;

  /** To a place of ours, with the request in the browser's hands. */
  Response goTo(String path, PendingAuthorization held) {
    return seeOther(settings.endpoint(path) + "?ticket=" + tickets.seal(held));
  }

  /** To the client, with the code of a grant. */
  Response code(HttpExchange http, CheckedRequest asked, Grant grant) {
    var code = credentials.code(grant.id());
    var to = asked.request().returnTo();
    var answer = AuthorizationResponse.code(to, code, settings.issuer());
    var sent = send(http, asked.client(), answer);
    // Not before: keys to encrypt to may have to be fetched, and all is done anew then.
    audit.record(new GrantIssued(grant.id(), grant.subject(), grant.client(), grant.scopes()));
    return sent;
  }

  /** To the client, with a refusal. */
  Response refusal(HttpExchange http, Client client, ReturnAddress to, OAuthException refusal) {
    var number = CaseNumber.next();
    var answer = AuthorizationResponse.refusal(to, refusal, number, settings.issuer());
    var sent = send(http, client, answer);
    audit.record(
        new RequestRefused(
            number,
            "/oauth2/authorize",
            refusal.error().code(),
            refusal.logged(),
            Optional.of(client.id())));
    return sent;
  }

  private Response send(HttpExchange http, Client client, AuthorizationResponse answer) {
    var mode = answer.to().mode();
    var sent = mode.isSigned() ? answer.in(signed(client, answer)) : answer;
    return mode.isForm() ? formPost.of(http, sent) : seeOther(sent.address());
  }

  private String signed(Client client, AuthorizationResponse answer) {
    var how = client.metadata().responses().authorization();
    var jwt = signedAnswers.authorization(client.id(), how.algorithm(), answer.parameters());
    return clientKeys.encrypted(client, how.encryption(), jwt);
  }

  // RFC 9700 §4.12: 303, never 307, so that no form is posted on.
  private static Response seeOther(String address) {
    return Response.status(Response.Status.SEE_OTHER).header("Location", address).build();
  }
}
