package org.sallyport.token;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.outgoing.FetchesFirst;
import org.sallyport.protocol.OAuthException;
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

  /** Tokens for what the client presents; what a refusal did to the grant is kept. */
  @POST
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Produces(APPLICATION_JSON)
  @Transactional(dontRollbackOn = OAuthException.class)
  public String token(
      Parameters form, @Context HttpServletRequest request, @Context HttpServletResponse response) {
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
