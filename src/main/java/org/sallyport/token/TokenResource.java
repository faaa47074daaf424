package org.sallyport.token;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.HttpExchange;
import org.sallyport.platform.outgoing.FetchesFirst;
import org.sallyport.protocol.request.Parameters;

/** The token endpoint (RFC 6749 §3.2). */
@Endpoint(cors = true, authenticatesClients = true, givesWay = true)
@Path("token")
@ApplicationScoped
@FetchesFirst
public class TokenResource {
  @Inject ClientAuthentication clients;
  @Inject GrantTypes grantTypes;
  @Inject TokenBinding keys;
  @Inject TokenIssuer issuer;
  @Inject TokenTransaction transaction;

  /** Tokens for what the client presents; what a refusal did to the grant is kept. */
  @POST
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Produces(APPLICATION_JSON)
  public String token(Parameters form) {
    var http = HttpExchange.current();
    return token(form, http.request(), http.response());
  }

  String token(Parameters form, HttpServletRequest request, HttpServletResponse response) {
    return storesNothing(form, request)
        ? answer(form, request, response)
        : transaction.of(() -> answer(form, request, response));
  }

  // A token for a client itself is no row, and neither is its secret; what may be used only once
  // is.
  private boolean storesNothing(Parameters form, HttpServletRequest request) {
    return grantTypes.storeNothing(form.all("grant_type"))
        && !form.names().contains("client_assertion")
        && request.getHeader("DPoP") == null;
  }

  private String answer(Parameters form, HttpServletRequest request, HttpServletResponse response) {
    var client = clients.authenticate(form, request);
    var grantType = grantTypes.named(form.required("grant_type"));
    client.mustBeAllowed(grantType.name());
    var shown = keys.of(client, request, response);
    var asked = new TokenRequest(client, form, shown.confirmation());
    var authorized = grantType.authorize(asked);
    shown.proof().ifPresent(keys::use);
    return issuer.issue(authorized);
  }
}
