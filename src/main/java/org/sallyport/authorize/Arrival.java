package org.sallyport.authorize;

import static org.sallyport.protocol.OAuthError.INVALID_REQUEST;

import java.time.Duration;
import java.util.Optional;
import org.sallyport.client.Client;
import org.sallyport.client.Profile.AuthorizationFacts;
import org.sallyport.interaction.Held;
import org.sallyport.protocol.Parameters;

/**
 * An authorization request as it came.
 *
 * @param checked whether all this was found right when it was put on hold or pushed
 * @param pushed whether its client had sent it ahead (RFC 9126)
 * @param reference what stands for it, if it is one that was sent ahead and now came
 * @param signedBy the algorithm by which its client has signed it, if it has (RFC 9101)
 * @param lasts for how long what was signed is good; zero if it does not say
 */
record Arrival(
    Parameters parameters,
    boolean checked,
    boolean pushed,
    Optional<String> reference,
    Optional<String> signedBy,
    Duration lasts) {

  /** One that is neither pushed nor signed. */
  static Arrival plain(Parameters parameters) {
    return new Arrival(parameters, false, false, Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  /** One that is being pushed. */
  static Arrival pushed(Parameters parameters) {
    return new Arrival(parameters, false, true, Optional.empty(), Optional.empty(), Duration.ZERO);
  }

  /** One that was checked when it was put on hold. */
  static Arrival held(Held held) {
    return checked(held.parameters(), held.pushedAs());
  }

  /** One that was checked when it was pushed. */
  static Arrival referred(Parameters parameters, String reference) {
    return checked(parameters, Optional.of(reference));
  }

  private static Arrival checked(Parameters parameters, Optional<String> reference) {
    return new Arrival(parameters, true, true, reference, Optional.empty(), Duration.ZERO);
  }

  /** The same with what was found signed. */
  Arrival signed(Parameters said, String algorithm, Duration goodFor) {
    return new Arrival(said, checked, pushed, reference, Optional.of(algorithm), goodFor);
  }

  /** The same with these parameters. */
  Arrival saying(Parameters said) {
    return new Arrival(said, checked, pushed, reference, signedBy, lasts);
  }

  /** Whether its client has signed it. */
  boolean signed() {
    return signedBy.isPresent();
  }

  /** Refuses a request that comes otherwise than its client is registered to send them. */
  void mustBeAsTheClientSays(Client client) {
    if (checked) {
      return;
    }
    var rules = client.metadata().hardening();
    rules.profile().check(new AuthorizationFacts(pushed, signedBy, lasts, parameters));
    if (!pushed && rules.pushedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to push its requests first (require_pushed_authorization_requests)");
    }
    if (!signed() && rules.signedOnly()) {
      throw INVALID_REQUEST.because(
          "this client has to sign its requests (require_signed_request_object)");
    }
  }
}
