package org.sallyport.introspection;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.text.ParseException;
import java.util.Collections;
import java.util.Map;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.client.registry.ClientKeys;
import org.sallyport.jwt.SignedAnswers;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.HttpExchange;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.outgoing.FetchesFirst;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.request.Parameters;

/** The introspection endpoint (RFC 7662 §2). */
@Endpoint(authenticatesClients = true, givesWay = true)
@Path("introspect")
@ApplicationScoped
@FetchesFirst
public class IntrospectionResource {
  static final String JWT = "application/token-introspection+jwt";

  @Inject ClientAuthentication clients;
  @Inject AccessTokenState accessTokens;
  @Inject RefreshTokenState refreshTokens;
  @Inject SignedAnswers signed;
  @Inject ClientKeys clientKeys;

  /**
   * What the token is good for; nothing but that it is not active to a client that it is not for.
   */
  @POST
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Produces({APPLICATION_JSON, IntrospectionResource.JWT})
  @Transactional(dontRollbackOn = OAuthException.class)
  public Response introspect(Parameters form) {
    return introspect(form, HttpExchange.current().request());
  }

  Response introspect(Parameters form, HttpServletRequest request) {
    var client = clients.authenticate(form, request);
    if (!client.confidential()) {
      throw INVALID_CLIENT.because("introspection is for clients that authenticate");
    }
    var state = state(form.required("token"), client);
    return wantsJwt(request)
        ? Response.ok(jwt(client, state), JWT).build()
        : Response.ok(state.toString(), APPLICATION_JSON).build();
  }

  // RFC 9701 §4.
  private static boolean wantsJwt(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Accept")).stream().anyMatch(a -> a.contains(JWT));
  }

  private String jwt(AuthenticatedClient client, JsonObject state) {
    var how = client.metadata().responses().introspection();
    var jwt = signed.introspection(client.id(), how.algorithm(), plain(state));
    return clientKeys.encrypted(client.client(), how.encryption(), jwt);
  }

  private static Map<String, Object> plain(JsonObject json) {
    try {
      return JSONObjectUtils.parse(json.toString());
    } catch (ParseException e) {
      throw new IllegalStateException("what was written as JSON cannot be read", e);
    }
  }

  // What token_type_hint would tell, the tokens tell themselves.
  private JsonObject state(String token, AuthenticatedClient client) {
    return accessTokens
        .of(token, client)
        .or(() -> refreshTokens.of(token, client))
        .orElseGet(() -> Json.createObjectBuilder().add("active", JsonValue.FALSE).build());
  }
}
