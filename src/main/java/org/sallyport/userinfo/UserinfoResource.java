package org.sallyport.userinfo;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sallyport.client.metadata.ProfileName;
import org.sallyport.client.metadata.SignedResponse;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.ClientKeys;
import org.sallyport.client.registry.Clients;
import org.sallyport.client.registry.SubjectIdentifiers;
import org.sallyport.jwt.SignedAnswers;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.HttpExchange;
import org.sallyport.platform.http.body.RequestBodies;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.outgoing.FetchesFirst;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.OAuthException;

/** The userinfo endpoint (OpenID Connect Core §5.3). */
@Endpoint(cors = true, protectedResource = true, givesWay = true)
@Path("userinfo")
@ApplicationScoped
@FetchesFirst
@Produces({APPLICATION_JSON, UserinfoResource.JWT})
public class UserinfoResource {
  static final String JWT = "application/jwt";

  @Inject BearerAuthentication bearer;
  @Inject RequestBodies bodies;
  @Inject Clients clients;
  @Inject SubjectIdentifiers subjects;
  @Inject ClientKeys clientKeys;
  @Inject SignedAnswers signed;

  /** The claims that the token in the header allows, by its scopes or one by one. */
  @GET
  @Transactional(dontRollbackOn = OAuthException.class)
  public Response get() {
    var http = HttpExchange.current();
    return get(http.request(), http.response());
  }

  Response get(HttpServletRequest request, HttpServletResponse response) {
    number(request, response, ProfileName.NONE);
    return claims(bearer.of(BearerToken.ofHeader(request), request, response), request, response);
  }

  /** The claims that the token in the header or the form allows, by its scopes or one by one. */
  @POST
  @Transactional(dontRollbackOn = OAuthException.class)
  public Response post(
      InputStream body,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    number(request, response, ProfileName.NONE);
    var token = BearerToken.ofHeaderOrForm(request, read(body, request));
    return claims(bearer.of(token, request, response), request, response);
  }

  // A body can be read once, and the request may be served anew.
  private byte[] read(InputStream body, HttpServletRequest request) {
    var name = UserinfoResource.class.getName();
    if (request.getAttribute(name) instanceof byte[] before) {
      return before;
    }
    var bytes = bodies.read(body);
    request.setAttribute(name, bytes);
    return bytes;
  }

  private Response claims(
      BearerAuthentication.Known known, HttpServletRequest request, HttpServletResponse response) {
    var client =
        clients.readable(clients.known(known.client()).orElseThrow(BearerAuthentication::invalid));
    number(request, response, client.metadata().profile());
    var claims = new LinkedHashMap<String, Object>();
    claims.put("sub", subjects.of(known.person().subject(), client.metadata()).value());
    claims.putAll(known.person().claims().told(known.scopes(), known.named()));
    return jwt(client, claims)
        .map(jwt -> Response.ok(jwt, JWT))
        .orElseGet(() -> Response.ok(json(claims), APPLICATION_JSON))
        .build();
  }

  // On the answer itself, so that refusals have it too.
  private static void number(
      HttpServletRequest request, HttpServletResponse response, ProfileName profile) {
    var sent = Optional.ofNullable(request.getHeader(InteractionId.HEADER));
    InteractionId.of(sent, profile).ifPresent(id -> response.setHeader(InteractionId.HEADER, id));
  }

  private Optional<String> jwt(Client client, Map<String, Object> claims) {
    return client.metadata().responses().userinfo().map(how -> jwt(client, how, claims));
  }

  private String jwt(Client client, SignedResponse how, Map<String, Object> claims) {
    var jwt = signed.userinfo(client.id(), how.algorithm(), claims);
    return clientKeys.encrypted(client, how.encryption(), jwt);
  }

  private static String json(Map<String, Object> claims) {
    return Json.createObjectBuilder(claims).build().toString();
  }
}
