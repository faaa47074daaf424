package org.sallyport.authorize;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static org.sallyport.protocol.OAuthError.INVALID_DPOP_PROOF;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.client.authentication.AuthenticatedClient;
import org.sallyport.client.authentication.ClientAuthentication;
import org.sallyport.client.profile.SecurityProfile;
import org.sallyport.client.profile.SecurityProfile.ProofFacts;
import org.sallyport.dpop.DpopProofs;
import org.sallyport.dpop.ProofContext;
import org.sallyport.interaction.Tickets;
import org.sallyport.interaction.pushed.PushedRequests;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.json.Json;
import org.sallyport.platform.outgoing.FetchesFirst;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.platform.transaction.Transactional;
import org.sallyport.protocol.OAuthException;
import org.sallyport.protocol.Thumbprint;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.request.CheckedRequest;
import org.sallyport.request.IncomingRequest;
import org.sallyport.request.RequestChecks;
import org.sallyport.request.ResponseTarget;

/** The pushed authorization request endpoint (RFC 9126 §2). */
@Endpoint(cors = true, authenticatesClients = true, givesWay = true)
@Path("par")
@ApplicationScoped
@FetchesFirst
public class PushedAuthorizationResource {
  @Inject ClientAuthentication clients;
  @Inject Tickets tickets;
  @Inject PushedRequests pushed;
  @Inject RequestChecks checks;
  @Inject RateLimit limit;
  @Inject DpopProofs proofs;

  /** A reference to the request in the body, which has to be as sound as at the browser's door. */
  @POST
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Produces(APPLICATION_JSON)
  @Transactional(dontRollbackOn = OAuthException.class)
  public Response push(
      Parameters form, @Context HttpServletRequest http, @Context HttpServletResponse response) {
    var client = clients.authenticate(form, http);
    if (form.names().contains("request_uri")) {
      throw INVALID_REQUEST.because("a request cannot be pushed by reference (RFC 9126 2.1)");
    }
    var rules = client.metadata().tokens();
    var proof = proofs.read(http, response, ProofContext.at("/oauth2/par", rules.nonceRequired()));
    proof.ifPresent(
        p -> SecurityProfile.of(client.metadata()).check(new ProofFacts(p.algorithm())));
    proof.ifPresent(p -> rules.refuseProof());
    var opened = checks.open(client.client(), IncomingRequest.pushed(form));
    var said = opened.parameters();
    var whole = opened.saying(named(client, proof.map(p -> bound(said, p.key())).orElse(said)));
    var returnTo = ResponseTarget.of(client.metadata(), whole.parameters());
    var sound = sound(checks.check(client.client(), whole, returnTo, Optional.empty()));
    if (!client.confidential()) {
      limit.count(RateLimit.LimitedAction.PUSHED_REQUEST, client.address());
    }
    proof.ifPresent(proofs::use);
    var reference =
        Json.createObjectBuilder()
            .add("request_uri", pushed.push(client.id(), sound))
            .add("expires_in", PushedRequests.LIFETIME.toSeconds())
            .build();
    return Response.status(Response.Status.CREATED).entity(reference.toString()).build();
  }

  // What proves the client is not kept: only what a held request keeps is.
  private Parameters sound(CheckedRequest asked) {
    if (!asked.wanted().details().isEmpty()) {
      tickets.mustHold(asked.held().pushed(Optional.of(PushedRequests.newReference())));
    }
    return asked.held().parameters();
  }

  // RFC 9449 §10.1: a proof says the same as the parameter, and both must agree.
  private static Parameters bound(Parameters form, Thumbprint key) {
    var said = form.optional("dpop_jkt");
    if (said.filter(jkt -> !jkt.equals(key.value())).isPresent()) {
      throw INVALID_DPOP_PROOF.because("dpop_jkt is not the key of the DPoP proof");
    }
    return said.isPresent()
        ? form
        : form.and(Parameters.of(Map.of("dpop_jkt", List.of(key.value()))));
  }

  private static Parameters named(AuthenticatedClient client, Parameters form) {
    return form.names().contains("client_id")
        ? form
        : form.and(Parameters.of(Map.of("client_id", List.of(client.id().value()))));
  }
}
