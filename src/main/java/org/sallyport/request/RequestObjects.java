package org.sallyport.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;
import static org.sallyport.protocol.OAuthError.INVALID_REQUEST_OBJECT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.client.registry.Client;
import org.sallyport.client.registry.ClientKeys;
import org.sallyport.platform.config.Settings;
import org.sallyport.platform.jose.ForeignJwt;
import org.sallyport.protocol.request.Parameters;

/** Requests that clients have signed: what is signed counts, and nothing beside it (RFC 9101). */
@ApplicationScoped
class RequestObjects {
  private static final Duration SKEW = Duration.ofSeconds(10);

  @Inject ClientKeys keys;
  @Inject ReferredRequests referred;
  @Inject EncryptedRequests encrypted;
  @Inject Settings settings;
  @Inject Clock clock;

  /** The same arrival with what its request object says; refuses one that proves nothing. */
  IncomingRequest open(Client client, IncomingRequest arrival) {
    var sent =
        client.metadata().keys().isKnown()
            ? sent(client, arrival.parameters())
            : Optional.<String>empty();
    return sent.map(text -> opened(client, arrival, text)).orElse(arrival);
  }

  // RFC 9101 §5: by value or by reference, never both.
  private Optional<String> sent(Client client, Parameters parameters) {
    var values = parameters.all("request");
    var references = parameters.all("request_uri");
    if (!values.isEmpty() && !references.isEmpty()) {
      throw INVALID_REQUEST.because("send request or request_uri, not both (RFC 9101 5)");
    }
    if (values.size() == 1) {
      return Optional.of(values.get(0));
    }
    return references.size() == 1 && !client.metadata().requests().uris().isEmpty()
        ? Optional.of(referred.fetch(client, references.get(0)))
        : Optional.empty();
  }

  private IncomingRequest opened(Client client, IncomingRequest arrival, String text) {
    var inside = encrypted.open(text);
    var object = ForeignJwt.parse(inside, "the request object", INVALID_REQUEST_OBJECT);
    object.mustBeA("oauth-authz-req+jwt");
    mustBeSigned(client, object);
    mustBeForUs(client, object);
    mustBeInTime(object);
    return arrival.signed(said(object), object.algorithm(), lasts(object));
  }

  private void mustBeSigned(Client client, ForeignJwt object) {
    var wanted = client.metadata().requests().algorithm();
    if (wanted.filter(a -> !a.equals(object.algorithm())).isPresent()) {
      throw object.refusal("must be signed by " + wanted.orElseThrow());
    }
    if (object.isSymmetric() || !keys.haveSigned(client, object)) {
      throw object.refusal("is not signed by a key of the client's");
    }
  }

  // RFC 9101 §4, §6.3, §10.8: an assertion or another JWT of the client's must not pass for one.
  private void mustBeForUs(Client client, ForeignJwt object) {
    var id = client.id().value();
    if (!object.requiredText("iss").equals(id) || !object.requiredText("client_id").equals(id)) {
      throw object.refusal("must have the client_id as iss and as client_id");
    }
    if (!object.audience().contains(settings.issuer())) {
      throw object.refusal("must have " + settings.issuer() + " as aud");
    }
    if (object.written().containsKey("request") || object.written().containsKey("request_uri")) {
      throw object.refusal("must not hold another one");
    }
  }

  private void mustBeInTime(ForeignJwt object) {
    var now = clock.instant();
    if (object.time("exp").filter(t -> !t.isAfter(now.minus(SKEW))).isPresent()) {
      throw object.refusal("has expired");
    }
    if (Stream.of("nbf", "iat")
        .flatMap(c -> object.time(c).stream())
        .anyMatch(t -> t.isAfter(now.plus(SKEW)))) {
      throw object.refusal("has an nbf or iat that is still to come");
    }
  }

  private static Duration lasts(ForeignJwt object) {
    var from = object.time("nbf");
    return from.isEmpty()
        ? Duration.ZERO
        : object
            .time("exp")
            .map(until -> Duration.between(from.get(), until))
            .orElse(Duration.ZERO);
  }

  private static Parameters said(ForeignJwt object) {
    var values = new LinkedHashMap<String, List<String>>();
    object
        .written()
        .forEach((name, value) -> values.put(name, new RequestMember(name, value).texts(object)));
    return Parameters.of(values);
  }
}
