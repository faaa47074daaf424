package org.sallyport.request;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sallyport.client.registry.Client;
import org.sallyport.protocol.request.AuthorizationRequest;
import org.sallyport.protocol.request.Parameters;
import org.sallyport.protocol.request.Prompt;
import org.sallyport.protocol.request.ReturnAddress;
import org.sallyport.request.SignInRequirements.Wanted;
import org.sallyport.resource.details.AuthorizationDetails;

/**
 * An authorization request while {@link AuthorizationRule}s look at it: what each of them read is
 * there for those below.
 */
final class RequestInCheck {
  private final RequestChecks with;
  private final Client client;
  private final IncomingRequest arrival;
  private final ReturnAddress to;
  private Parameters parameters;
  private @Nullable AuthorizationRequest request;
  private @Nullable RequestRules rules;
  private @Nullable Wanted wanted;

  RequestInCheck(RequestChecks with, Client client, IncomingRequest arrival, ReturnAddress to) {
    this.with = with;
    this.client = client;
    this.arrival = arrival;
    this.to = to;
    this.parameters = arrival.parameters();
  }

  Client client() {
    return client;
  }

  IncomingRequest arrival() {
    return arrival;
  }

  /** Its parameters, with a hint that can be put on hold. */
  Parameters parameters() {
    return parameters;
  }

  /** What its words say. */
  AuthorizationRequest request() {
    return Optional.ofNullable(request).orElseThrow();
  }

  /** What its client may ask for. */
  RequestRules rules() {
    return Optional.ofNullable(rules).orElseThrow();
  }

  /** What its client wants, after all rules held. */
  Wanted wanted() {
    if (wanted == null) {
      wanted = rules().wanted();
    }
    return wanted;
  }

  void mustBeOfItsSector() {
    with.sectors.mustList(client);
  }

  void shortenHint() {
    parameters = with.hints.shortened(parameters);
  }

  void parse() {
    request = AuthorizationRequest.parse(parameters, to);
  }

  void mustNotRegisterInVain() {
    if (request().conditions().prompts().contains(Prompt.CREATE) && !with.registration.isOn()) {
      throw INVALID_REQUEST.because("prompt must be none, login, consent or select_account");
    }
  }

  void readDetails() {
    var metadata = client.metadata();
    AuthorizationDetails details = with.detailsTypes.asked(parameters, metadata.access().details());
    use(new RequestRules(metadata, new KnownResources(with.apis.all()), request(), details));
  }

  /** From here on, this is what its client may ask for. */
  void use(RequestRules known) {
    rules = known;
  }

  void mustBeSignable() {
    with.signable.require(client.metadata(), request(), wanted());
  }
}
