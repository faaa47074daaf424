package org.sallyport.revocation;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.outgoing.FetchesFirst;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

/** The revocation endpoint (RFC 7009 §2). */
@Endpoint(cors = true, authenticatesClients = true, givesWay = true)
@Path("revoke")
@ApplicationScoped
@FetchesFirst
public class RevocationResource {
  @Inject ClientAuthentication clients;
  @Inject Revocation revocation;

  /** Revokes the client's own token; 200 also if it is no token any more (RFC 7009 §2.2). */
  @POST
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Transactional(dontRollbackOn = OAuthException.class)
  public Response revoke(Parameters form, @Context HttpServletRequest request) {
    var client = clients.authenticate(form, request);
    revocation.revoke(form.required("token"), client.id());
    return Response.ok().header("Cache-Control", "no-store").build();
  }
}
