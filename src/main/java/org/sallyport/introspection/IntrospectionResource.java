package org.sallyport.introspection;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.sallyport.client.AuthenticatedClient;
import org.sallyport.client.ClientAuthentication;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Parameters;

/** The introspection endpoint (RFC 7662 §2). */
@Path("introspect")
@ApplicationScoped
public class IntrospectionResource {
  @Inject ClientAuthentication clients;
  @Inject AccessTokenState accessTokens;
  @Inject RefreshTokenState refreshTokens;

  /**
   * What the token is good for; nothing but that it is not active to a client that it is not for.
   */
  @POST
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Produces(APPLICATION_JSON)
  @Transactional(dontRollbackOn = OAuthException.class)
  public String introspect(Parameters form, @Context HttpServletRequest request) {
    var client = clients.authenticate(form, request);
    if (!client.confidential()) {
      throw INVALID_CLIENT.because("introspection is for clients that authenticate");
    }
    return state(form.required("token"), client).toString();
  }

  // What token_type_hint would tell, the tokens tell themselves.
  private JsonObject state(String token, AuthenticatedClient client) {
    return accessTokens
        .of(token, client)
        .or(() -> refreshTokens.of(token, client))
        .orElseGet(() -> Json.createObjectBuilder().add("active", JsonValue.FALSE).build());
  }
}
