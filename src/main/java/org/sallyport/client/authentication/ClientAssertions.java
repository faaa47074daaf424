package org.sallyport.client.authentication;

import static org.sallyport.protocol.OAuthError.INVALID_CLIENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.sallyport.client.registry.Client;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.http.Endpoint;
import org.sallyport.platform.http.filter.ServedPaths;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.platform.ratelimit.RateLimit;
import org.sallyport.platform.sweep.UsedOnce;
import org.sallyport.protocol.ClientId;

/** JWTs by which clients prove themselves, whoever has signed them (RFC 7523 §3). */
@ApplicationScoped
class ClientAssertions {
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration SKEW = Duration.ofSeconds(10);

  @Inject RateLimit limit;
  @Inject UsedOnce used;
  @Inject Settings settings;
  @Inject ServedPaths served;
  @Inject Clock clock;

  /** The assertion in a request; refuses one of another type or of no form. */
  Optional<ForeignJwt> in(ClientRequest request) {
    var form = request.form();
    if (!form.names().contains("client_assertion")) {
      return Optional.empty();
    }
    if (form.optional("client_assertion_type").filter(TYPE::equals).isEmpty()) {
      throw INVALID_CLIENT.because("client_assertion_type must be " + TYPE);
    }
    return form.optional("client_assertion")
        .map(v -> ForeignJwt.parse(v, "client_assertion", INVALID_CLIENT));
  }

  /** The proof that an assertion is, if it is signed as this method wants it. */
  ClientProof proof(
      ClientRequest request,
      ForeignJwt assertion,
      ClientAuthenticationMethod method,
      BiPredicate<Client, ForeignJwt> signed) {
    return new ClientProof(
        new ClientId(assertion.requiredText("sub")),
        client -> {
          if (!client.metadata().access().methods().include(method.name())) {
            return false;
          }
          assertion.mustBeA("client-authentication+jwt");
          mustBeByTheAlgorithm(client, assertion);
          if (!signed.test(client, assertion)) {
            limit.count(RateLimit.LimitedAction.GUESS, request.address());
            throw assertion.refusal("is not signed by what is registered of the client");
          }
          mustSayWhatItHasTo(client, assertion);
          mustBeNew(client, assertion);
          return true;
        });
  }

  private static void mustBeByTheAlgorithm(Client client, ForeignJwt assertion) {
    var wanted = client.metadata().authentication().assertionAlgorithm();
    if (wanted.filter(a -> !a.equals(assertion.algorithm())).isPresent()) {
      throw assertion.refusal("must be signed by " + wanted.orElseThrow());
    }
  }

  private void mustSayWhatItHasTo(Client client, ForeignJwt assertion) {
    var id = client.id().value();
    if (!assertion.requiredText("iss").equals(id) || !assertion.requiredText("sub").equals(id)) {
      throw assertion.refusal("must have the client_id as iss and as sub");
    }
    mustBeForUs(client, assertion);
    var now = clock.instant();
    var expires = assertion.requiredTime("exp");
    if (!expires.isAfter(now.minus(SKEW))) {
      throw assertion.refusal("has expired");
    }
    if (expires.isAfter(now.plus(LONGEST).plus(SKEW))) {
      throw assertion.refusal("has an exp more than " + LONGEST.toMinutes() + " minutes ahead");
    }
    if (Stream.of("nbf", "iat")
        .flatMap(c -> assertion.time(c).stream())
        .anyMatch(t -> t.isAfter(now.plus(SKEW)))) {
      throw assertion.refusal("has an nbf or iat that is still to come");
    }
  }

  // draft-ietf-oauth-rfc7523bis §4: one string, since a server named beside us could use it too.
  private void mustBeForUs(Client client, ForeignJwt assertion) {
    var issuer = settings.issuer();
    var strict = assertion.soleAudience().filter(issuer::equals).isPresent();
    var legacy =
        client.metadata().authentication().endpointAudience()
            && !assertion.audience().isEmpty()
            && assertion.audience().stream().allMatch(this::isOurs);
    if (!strict && !legacy) {
      throw assertion.refusal("must have as aud the one string " + issuer);
    }
  }

  private boolean isOurs(String audience) {
    return audience.equals(settings.issuer())
        || served.paths(Endpoint::authenticatesClients).stream()
            .anyMatch(path -> settings.endpoints(path).contains(audience));
  }

  // RFC 7523 §3: remembered for as long as it would be taken.
  private void mustBeNew(Client client, ForeignJwt assertion) {
    var name = client.id().value() + '\n' + assertion.requiredText("jti");
    var until = assertion.requiredTime("exp").plus(SKEW.multipliedBy(2));
    if (!used.first("client_assertion", name, until)) {
      throw assertion.refusal("was used before: make one with a new jti for each request");
    }
  }
}
