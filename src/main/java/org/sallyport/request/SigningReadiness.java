package org.sallyport.request;

import static org.sallyport.protocol.OAuthError.TEMPORARILY_UNAVAILABLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.sallyport.client.metadata.ClientMetadata;
import org.sallyport.keys.SigningKeys;
import org.sallyport.protocol.SigningAlgorithm;
import org.sallyport.protocol.request.AuthorizationRequest;
import org.sallyport.request.SignInRequirements.Wanted;
import org.sallyport.resource.api.ResourceServer;
import org.sallyport.resource.api.ResourceServers;
import org.sallyport.resource.details.AuthorizationDetailsTypes;

/**
 * Whether all that a request leads to can be signed. The first key of an algorithm signs some
 * minutes after it is made, which no code outlives, so nobody is asked anything before (RFC 6749
 * §4.1.2.1).
 */
@ApplicationScoped
class SigningReadiness {
  @Inject SigningKeys keys;
  @Inject ResourceServers servers;
  @Inject AuthorizationDetailsTypes types;

  /** Refuses, for some minutes, a request for tokens or an answer that could not be signed yet. */
  void require(ClientMetadata client, AuthorizationRequest request, Wanted wanted) {
    algorithms(client, request, wanted)
        .distinct()
        .forEach(
            algorithm -> keys.untilSigning(algorithm).ifPresent(left -> refuse(algorithm, left)));
  }

  private static void refuse(SigningAlgorithm algorithm, Duration left) {
    throw TEMPORARILY_UNAVAILABLE.because(
        "the first key of "
            + algorithm
            + " is new: ask again in "
            + left.plusSeconds(1).minusNanos(1).toSeconds()
            + " seconds");
  }

  private Stream<SigningAlgorithm> algorithms(
      ClientMetadata client, AuthorizationRequest request, Wanted wanted) {
    var answer =
        request.returnTo().mode().isSigned()
            ? Stream.of(client.responses().authorization().algorithm())
            : Stream.<SigningAlgorithm>empty();
    var idToken =
        request.access().isOpenId()
            ? Stream.of(client.responses().idToken().algorithm())
            : Stream.<SigningAlgorithm>empty();
    var accessTokens = servers(request, wanted).map(server -> server.form().algorithm());
    return Stream.of(answer, idToken, accessTokens).flatMap(some -> some);
  }

  // Those that a token request may choose from.
  private Stream<ResourceServer> servers(AuthorizationRequest request, Wanted wanted) {
    var resources = request.access().resources();
    var scopes = wanted.scopes().values();
    var named =
        servers.all().stream()
            .filter(
                server ->
                    resources.isEmpty()
                        ? scopes.stream().anyMatch(s -> server.scope(s).isPresent())
                        : resources.contains(server.id()));
    var detailed = wanted.details().values().stream().flatMap(d -> types.homes(d).stream());
    return Stream.concat(named, detailed);
  }
}
